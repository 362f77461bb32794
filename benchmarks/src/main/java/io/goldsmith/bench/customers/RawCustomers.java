package io.goldsmith.bench.customers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.ColumnSettings;
import io.goldsmith.matching.run.CsvMatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Some generated customers as their sources wrote them, and how their columns are meant.
 *
 * @param settings columns and matching
 * @param records the raw values
 */
public record RawCustomers(CsvMatchSettings settings, List<AttributeValues> records) {

    public RawCustomers {
        records = List.copyOf(records);
    }

    /** Generates so many customers and reads them. */
    public static RawCustomers generate(long records) {
        try (Workplace workplace = new Workplace(Optional.empty())) {
            CsvMatchSettings settings = CsvMatchSettings.read(workplace.configuration("customers.yaml"));
            return new RawCustomers(settings, read(workplace.customers(records).customers(), settings.columns()));
        }
    }

    private static List<AttributeValues> read(Path file, Map<String, ColumnSettings> columns) {
        List<AttributeValues> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            lines.forEach(line -> records.add(values(line, columns)));
        } catch (IOException e) {
            throw new BenchException("The generated customers cannot be read from " + file + ".", e);
        }
        return records;
    }

    private static AttributeValues values(NamedCsvRecord line, Map<String, ColumnSettings> columns) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        columns.forEach((column, settings) -> {
            String field = line.getField(column);
            if (!field.isEmpty()) {
                values.put(
                        column,
                        settings.separator().isEmpty()
                                ? List.of(field)
                                : List.of(field.split(Pattern.quote(settings.separator()))));
            }
        });
        return AttributeValues.of(values);
    }
}
