package io.goldsmith.bench.hub;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the flat file of generated customers as what three source systems deliver. */
final class CustomerDeliveries {

    private static final Pattern SEVERAL = Pattern.compile("\\|");
    private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");
    private static final int YEARS_IN_SECONDS = (int) Duration.ofDays(3 * 365).toSeconds();

    private final EntityModel model;

    CustomerDeliveries(EntityModel model) {
        this.model = model;
    }

    /** Hands every record to the consumer, in the order of the file. */
    void forEach(Path file, Consumer<Delivery.RecordVersion> consumer) {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            lines.forEach(line -> consumer.accept(delivery(line)));
        } catch (IOException e) {
            throw new BenchException("The generated customers cannot be read from " + file + ".", e);
        }
    }

    private Delivery.RecordVersion delivery(NamedCsvRecord line) {
        Map<String, List<String>> values = new TreeMap<>();
        for (Attribute attribute : model.attributes()) {
            String field = line.getField(attribute.name());
            if (!field.isEmpty()) {
                values.put(
                        attribute.name(),
                        attribute.definition().multiValued() ? List.of(SEVERAL.split(field)) : List.of(field));
            }
        }
        String source = line.getField("source");
        String key = line.getField("id").substring(source.length() + 1);
        return new Delivery.RecordVersion(source, key, changedAt(key), AttributeValues.of(values), false);
    }

    /** Some time in three years, always the same for a key. */
    private static Instant changedAt(String key) {
        return FIRST.plusSeconds(Math.floorMod(key.hashCode() * 31, YEARS_IN_SECONDS));
    }
}
