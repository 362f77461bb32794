package io.goldsmith.connect.replicate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An ERP's folders; the test does what the ERP would do. */
final class ErpFolders {

    static final String YAML = """
              erp:
                kind: file
                source: erp
                inbox: ../outbox
                streams:
                  - name: clients
                    from: clients-*.csv
                    records:
                      key: CODE_CLIENT
                      timestamp: DATE_MODIF
                      attributes:
                        party_type: {constant: person}
                        given_name: PRENOM
                        family_name: NOM
                        birth_date: {column: NE_LE, format: dd/MM/yyyy}
                        street: ADRESSE
                        postcode: CODE_POSTAL
                        town: VILLE
                        email: COURRIEL
            """;

    private static final String HEADER = "CODE_CLIENT;PRENOM;NOM;NE_LE;ADRESSE;CODE_POSTAL;VILLE;COURRIEL;DATE_MODIF\n";

    private final Path folder;

    ErpFolders(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("outbox", "import", "ack")) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    /** Drops a clients file with one client. */
    void export(String file, String code, String street, String at) throws IOException {
        Files.writeString(
                folder.resolve("outbox").resolve(file),
                HEADER + code + ";Anna;Smith;17/05/1980;" + street + ";75001;Paris;anna@example.fr;" + at + "\n");
    }

    /** Drops a clients file in which each line, of the usual columns, has the golden id beside it. */
    void exportWithOurIds(String file, String... lines) throws IOException {
        Files.writeString(
                folder.resolve("outbox").resolve(file),
                HEADER.replace("DATE_MODIF", "DATE_MODIF;REF_MDM") + String.join("\n", lines) + "\n");
    }

    /** Whether a file was put away as broken. */
    boolean isBroken(String file) {
        return Files.exists(folder.resolve("outbox").resolve("failed").resolve(file));
    }

    /** The update files that wait, in order. */
    List<Path> updates() {
        try (Stream<Path> files = Files.list(folder.resolve("import"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the only update file that waits. */
    List<String> update() throws IOException {
        if (updates().size() != 1) {
            throw new AssertionError("One update file should wait, but there are " + updates());
        }
        return Files.readAllLines(updates().get(0), StandardCharsets.UTF_8);
    }

    /** Takes the only update file and answers it. */
    void answer(String status, String reason) throws IOException {
        Path update = updates().get(0);
        String number = update().get(1).split(";")[0];
        String name = update.getFileName().toString().replace(".csv", ".ack.csv");
        Files.delete(update);
        Files.writeString(
                folder.resolve("ack").resolve(name),
                "NO_MESSAGE;STATUT;MOTIF\n" + number + ";" + status + ";" + reason + "\n");
    }
}
