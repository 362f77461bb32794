package io.goldsmith.matching.run;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.CodedValues;
import io.goldsmith.matching.record.CsvBatch;
import io.goldsmith.matching.record.CsvBatches;
import io.goldsmith.matching.record.RecordBatch;
import io.goldsmith.matching.record.TableAssembly;
import io.goldsmith.matching.standardise.Derivation;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Brings batches of one file into standard form and into codes, column by column. For one thread. */
final class IntakeWorker {

    private static final int LONGEST_ID = 1000;

    private final CsvBatches file;
    private final String source;
    private final int idField;
    private final Derivation derivation;
    private final List<List<FieldSource>> sources;
    private final TableAssembly assembly;
    private final IntakeLedger ledger;
    private final Map<String, Long> problems = new TreeMap<>();
    private CodedValues[][] columns;

    /**
     * A worker on one file.
     *
     * @param source the source system that its records are of
     * @param columns what the file's columns hold; those that are not to be read left out
     */
    IntakeWorker(
            CsvBatches file,
            String source,
            String idColumn,
            Map<String, ColumnSettings> columns,
            Derivation derivation,
            Standardiser standardiser,
            TableAssembly assembly,
            IntakeLedger ledger) {
        this.file = file;
        this.source = source;
        this.idField = file.column(idColumn);
        this.derivation = derivation;
        this.assembly = assembly;
        this.ledger = ledger;
        this.sources = new ArrayList<>();
        for (int attribute = 0; attribute < derivation.given().size(); attribute++) {
            sources.add(sourcesOf(attribute, columns, standardiser));
        }
        this.columns = new CodedValues[derivation.attributes().size()][0];
    }

    private List<FieldSource> sourcesOf(int attribute, Map<String, ColumnSettings> columns, Standardiser standardiser) {
        String name = derivation.given().get(attribute).name();
        List<FieldSource> found = new ArrayList<>();
        columns.forEach((column, settings) -> {
            if (settings.attributeOr(column).equals(name)) {
                found.add(new FieldSource(file.column(column), attribute, settings, standardiser));
            }
        });
        return List.copyOf(found);
    }

    /** How many values were left out, by attribute and reason. */
    Map<String, Long> problems() {
        return problems;
    }

    /**
     * Takes one batch in.
     *
     * @param number its place among the batches of all files
     */
    void take(CsvBatch batch, long number) {
        batch.parse();
        IntakeLedger.Batch entry = new IntakeLedger.Batch(file.path(), number, batch.records());
        RecordBatch records = new RecordBatch(number, source, columns.length, batch.records());
        int[] accepted = new int[batch.records()];
        for (int record = 0; record < batch.records(); record++) {
            if (accept(batch, record, records, entry)) {
                accepted[records.size() - 1] = record;
            }
        }
        if (columns[0].length < records.size()) {
            columns = new CodedValues[columns.length][records.size()];
        }
        for (int column = 0; column < columns.length; column++) {
            if (column < sources.size()) {
                read(batch, accepted, records.size(), column);
            } else {
                derive(records.size(), column);
            }
        }
        for (int column = 0; column < columns.length; column++) {
            assembly.dictionary(column).encode(columns[column], records.size(), records.codes(column));
        }
        assembly.add(records);
        ledger.add(entry);
    }

    private boolean accept(CsvBatch batch, int record, RecordBatch records, IntakeLedger.Batch entry) {
        long line = batch.line(record);
        if (batch.fields(record) != file.header().size()) {
            entry.reject(line, "expected " + file.header().size() + " fields, but found " + batch.fields(record));
            return false;
        }
        byte[] bytes = batch.bytes();
        int from = batch.start(record, idField);
        int to = batch.end(record, idField);
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to || to - from > LONGEST_ID) {
            entry.reject(line, from == to ? "the id is empty" : "the id is longer than " + LONGEST_ID + " bytes");
            return false;
        }
        records.addKey(bytes, from, to);
        entry.accept(line);
        return true;
    }

    private static boolean isBlank(byte character) {
        return character >= 0 && character <= ' ';
    }

    private void read(CsvBatch batch, int[] accepted, int count, int column) {
        CodedValues[] values = columns[column];
        Arrays.fill(values, 0, count, CodedValues.MISSING);
        for (FieldSource field : sources.get(column)) {
            for (int row = 0; row < count; row++) {
                StandardField standard = field.read(
                        batch.bytes(),
                        batch.start(accepted[row], field.field()),
                        batch.end(accepted[row], field.field()));
                if (!standard.refusals().isEmpty()) {
                    count(column, standard.refusals());
                }
                values[row] = united(
                        values[row], standard.values(), derivation.given().get(column));
            }
        }
    }

    private void count(int column, List<String> refusals) {
        String name = derivation.given().get(column).name();
        refusals.forEach(reason -> problems.merge(name + " " + reason, 1L, Long::sum));
    }

    /** What several columns of one attribute hold together; the first value wins if there can be only one. */
    private static CodedValues united(CodedValues earlier, CodedValues later, AttributeDefinition attribute) {
        if (later.values().isEmpty() || !earlier.values().isEmpty() && !attribute.multiValued()) {
            return earlier;
        }
        if (earlier.values().isEmpty()) {
            return later;
        }
        Set<String> all = new LinkedHashSet<>(earlier.values());
        all.addAll(later.values());
        return CodedValues.of(List.copyOf(all));
    }

    private void derive(int count, int column) {
        for (int row = 0; row < count; row++) {
            int current = row;
            columns[column][row] = CodedValues.of(derivation.derive(column, other -> columns[other][current].values()));
        }
    }
}
