package io.goldsmith.samples.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The flat file for {@code match} and, beside it, the truth: a line of each per record. */
final class FlatFiles implements AutoCloseable {

    private final CsvWriter customers;
    private final CsvWriter truth;

    private FlatFiles(CsvWriter customers, CsvWriter truth) {
        this.customers = customers;
        this.truth = truth;
    }

    static FlatFiles open(Writer customers, Writer truth) {
        FlatFiles files = new FlatFiles(csv(customers), csv(truth));
        files.customers.writeRecord(Stream.concat(Stream.of("id", "source"), Attributes.NAMES.stream())
                .toList());
        files.truth.writeRecord(List.of("id", "entity_id"));
        return files;
    }

    static CsvWriter csv(Writer out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    void write(Labelled<? extends SourceRecord> labelled) {
        SourceRecord record = labelled.record();
        Map<String, String> attributes = record.attributes();
        String[] line = new String[Attributes.NAMES.size() + 2];
        line[0] = record.qualifiedKey();
        line[1] = record.source();
        for (int i = 0; i < Attributes.NAMES.size(); i++) {
            line[i + 2] = attributes.getOrDefault(Attributes.NAMES.get(i), "");
        }
        customers.writeRecord(line);
        truth.writeRecord(record.qualifiedKey(), labelled.entityId());
    }

    @Override
    public void close() throws IOException {
        try (customers) {
            truth.close();
        }
    }
}
