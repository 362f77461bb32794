package io.goldsmith.samples.landscape;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.goldsmith.samples.SamplesException;
import io.goldsmith.samples.generate.ErpFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ERP's state in memory: clients, how often each changed, which messages were accepted. Made from the generated file and journal. */
final class ErpClients {

    private final Map<String, ErpClientRow> rows = new HashMap<>();
    private final Map<String, Long> changes = new HashMap<>();
    private final Set<String> acceptedMessages = new HashSet<>();
    private long repeated;

    static ErpClients load(Path file) {
        ErpClients clients = new ErpClients();
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .fieldSeparator(ErpFormat.SEPARATOR)
                .ofCsvRecord(Files.newBufferedReader(file, ErpFormat.CHARSET))) {
            lines.stream().skip(1).forEach(line -> clients.put(new ErpClientRow(line.getFields())));
        } catch (IOException e) {
            throw new SamplesException(
                    "The ERP's clients cannot be read from " + file + ": run the command generate.", e);
        }
        return clients;
    }

    private void put(ErpClientRow row) {
        rows.put(row.code(), row);
    }

    synchronized void apply(ErpEntry entry) {
        for (ErpClientRow row : entry.changed()) {
            put(row);
            changes.merge(row.code(), 1L, Long::sum);
        }
        for (ErpAnswer answer : entry.answers()) {
            if (answer.repeated()) {
                repeated++;
            } else if (answer.accepted()) {
                acceptedMessages.add(answer.message());
            }
        }
    }

    synchronized Optional<ErpClientRow> get(String code) {
        return Optional.ofNullable(rows.get(code));
    }

    synchronized boolean isAccepted(String message) {
        return acceptedMessages.contains(message);
    }

    synchronized long changes(String code) {
        return changes.getOrDefault(code, 0L);
    }

    synchronized long repeated() {
        return repeated;
    }
}
