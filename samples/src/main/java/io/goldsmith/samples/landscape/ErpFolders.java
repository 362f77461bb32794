package io.goldsmith.samples.landscape;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.goldsmith.samples.SamplesException;
import io.goldsmith.samples.generate.ErpFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders by which the ERP talks to others. A file is written under a temporary name and renamed when it is complete. */
final class ErpFolders {

    static final String OUTBOX = "outbox";
    static final String IMPORT = "import";
    static final String ACK = "ack";

    private static final String ARCHIVE = "archive";
    private static final List<String> ACK_COLUMNS = List.of("NO_MESSAGE", "STATUT", "MOTIF");

    private final Path folder;

    ErpFolders(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of(OUTBOX, IMPORT, ACK, ARCHIVE)) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    Path clientsFile() {
        return folder.resolve("clients.csv");
    }

    /** The import files that are complete, by name. */
    List<Path> importFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(IMPORT))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** Puts out the files of one piece of work, again if need be: the same files under the same names. */
    void deliver(ErpEntry entry) {
        try {
            if (entry.isFirstDelivery()) {
                copy("clients.csv", "clients-001.csv");
                copy("commandes.csv", "commandes-001.csv");
            } else if (!entry.changed().isEmpty()) {
                writeClients(entry);
            }
            if (!entry.importFile().isEmpty()) {
                writeAcknowledgement(entry);
            }
        } catch (IOException e) {
            throw new SamplesException(
                    "The ERP cannot write to " + folder + ": check its permissions and that the disk has room.", e);
        }
    }

    private void copy(String name, String to) throws IOException {
        Path temporary = folder.resolve(OUTBOX).resolve(to + ".tmp");
        Files.copy(folder.resolve(name), temporary, StandardCopyOption.REPLACE_EXISTING);
        complete(temporary, folder.resolve(OUTBOX).resolve(to));
    }

    private void writeClients(ErpEntry entry) throws IOException {
        Map<String, ErpClientRow> latest = new LinkedHashMap<>();
        entry.changed().forEach(row -> latest.put(row.code(), row));
        write(
                folder.resolve(OUTBOX).resolve("clients-%03d.csv".formatted(entry.number())),
                ErpFormat.CLIENT_COLUMNS,
                latest.values().stream().map(ErpClientRow::line));
    }

    private void writeAcknowledgement(ErpEntry entry) throws IOException {
        String name = entry.importFile().replaceFirst("\\.csv$", ".ack.csv");
        write(
                folder.resolve(ACK).resolve(name),
                ACK_COLUMNS,
                entry.answers().stream().map(ErpAnswer::line));
    }

    private static void write(Path file, List<String> header, Stream<String[]> lines) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (CsvWriter csv = ErpFormat.writer(Files.newBufferedWriter(temporary, ErpFormat.CHARSET))) {
            csv.writeRecord(header);
            lines.forEach(csv::writeRecord);
        }
        complete(temporary, file);
    }

    private static void complete(Path temporary, Path file) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes an import file that has been answered out of the way. */
    void archive(Path importFile) throws IOException {
        Files.move(
                importFile, folder.resolve(ARCHIVE).resolve(importFile.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
}
