package io.goldsmith.matching.suggest;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.standardise.Derivation;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings the records of a sample into standard form, with their derived attributes. */
final class SampleTable {

    private final SampledRecords records;
    private final MatchDesign design;

    SampleTable(SampledRecords records, MatchDesign design) {
        this.records = records;
        this.design = design;
    }

    RecordTable table() {
        Derivation derivation = Derivation.of(design.attributes(), design.derived());
        Standardiser standardiser = Standardiser.of(design.attributes());
        // Rows are brought into standard form side by side; the table sorts them by id, whatever order they come in.
        List<AttributeValues> standard = records.rows().parallelStream()
                .map(row -> derivation.apply(standardiser
                        .standardise(AttributeValues.of(values(row.cells())))
                        .values()))
                .toList();
        RecordTable.Builder builder = RecordTable.builder(derivation.attributes());
        for (int row = 0; row < standard.size(); row++) {
            builder.add(records.rows().get(row).id(), standard.get(row));
        }
        return builder.build();
    }

    private Map<String, List<String>> values(String[] cells) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int column = 0; column < cells.length; column++) {
            ProposedColumn proposed = design.columns().get(column);
            if (proposed.isUsed() && !cells[column].isEmpty()) {
                String separator = proposed.profile().separator();
                values.put(
                        proposed.name(),
                        separator.isEmpty()
                                ? List.of(cells[column])
                                : Arrays.asList(cells[column].split(Pattern.quote(separator))));
            }
        }
        return values;
    }
}
