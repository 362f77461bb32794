package io.goldsmith.samples.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldsmith.samples.generate.ErpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErpTest {

    @TempDir
    static Path folder;

    private static Erp erp;

    @BeforeAll
    static void start() {
        Fixtures.filled(folder);
        erp = Erp.start(folder, Secrets.under(folder));
    }

    @AfterAll
    static void stop() {
        erp.close();
    }

    private static void drop(String name, String content) throws IOException {
        Path temporary = erp.importFolder().resolve(name + ".tmp");
        Files.writeString(temporary, content, ErpFormat.CHARSET);
        Files.move(temporary, erp.importFolder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> acknowledgement(String name) throws IOException {
        Path file = erp.acknowledgements().resolve(name);
        await().until(() -> Files.exists(file));
        return Files.readAllLines(file, ErpFormat.CHARSET);
    }

    private static List<String> send(String name, String content) throws IOException {
        drop(name + ".csv", content);
        return acknowledgement(name + ".ack.csv");
    }

    private static long updatesThatContain(String text) throws IOException {
        try (Stream<Path> files = Files.list(erp.outbox())) {
            return files.filter(file -> file.getFileName().toString().matches("clients-\\d+\\.csv"))
                    .filter(file ->
                            !file.endsWith("clients-001.csv") && read(file).contains(text))
                    .count();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ErpFormat.CHARSET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void putsOutItsClientsAndOrdersOnce() throws Exception {
        assertThat(erp.outbox().resolve("clients-001.csv")).hasSameBinaryContentAs(folder.resolve("erp/clients.csv"));
        assertThat(erp.outbox().resolve("commandes-001.csv"))
                .hasSameBinaryContentAs(folder.resolve("erp/commandes.csv"));
    }

    @Test
    void appliesAnUpdateAcknowledgesItAndPutsTheClientOut() throws Exception {
        assertThat(send("maj-1", "NO_MESSAGE;CODE_CLIENT;VILLE;COURRIEL\r\nM1;E0000001;Orléans;\r\n"))
                .containsExactly("NO_MESSAGE;STATUT;MOTIF", "M1;OK;");
        await().until(() -> updatesThatContain("E0000001;") == 1);
        assertThat(erp.customer("E0000001").orElseThrow())
                .containsEntry("VILLE", "Orléans")
                .containsEntry("COURRIEL", "");
        assertThat(erp.changes("E0000001")).isOne();
    }

    @Test
    void aRepeatedMessageIsAcknowledgedAndChangesNothing() throws Exception {
        send("maj-2", "NO_MESSAGE;CODE_CLIENT;VILLE\r\nM2;E0000002;Pau\r\n");
        long before = erp.repeatedMessages();
        assertThat(send("maj-3", "NO_MESSAGE;CODE_CLIENT;VILLE\r\nM2;E0000002;Albi\r\nM2b;E0000002;Pau\r\n"))
                .containsExactly("NO_MESSAGE;STATUT;MOTIF", "M2;OK;", "M2b;OK;");
        assertThat(erp.customer("E0000002").orElseThrow()).containsEntry("VILLE", "Pau");
        assertThat(erp.changes("E0000002")).isOne();
        assertThat(erp.repeatedMessages()).isEqualTo(before + 1);
    }

    @Test
    void whatItCannotTakeIsRejectedWithTheReasonAndTheRestApplies() throws Exception {
        assertThat(
                        send(
                                "maj-4",
                                "NO_MESSAGE;CODE_CLIENT;DATE_NAISSANCE\r\nM4;E9999999;01/02/1980\r\nM5;E0000003;1980-02-01\r\nM6;E0000003\r\nM7;E0000003;01/02/1980\r\n"))
                .containsExactly(
                        "NO_MESSAGE;STATUT;MOTIF",
                        "M4;REJET;client inconnu",
                        "M5;REJET;DATE_NAISSANCE doit être au format jj/mm/aaaa",
                        ";REJET;3 champs attendus, 2 trouvés",
                        "M7;OK;");
        assertThat(send("maj-5", "CODE_CLIENT;VILLE\r\nE0000003;Pau\r\n").get(1))
                .startsWith(";REJET;colonnes NO_MESSAGE");
        assertThat(send("maj-6", "NO_MESSAGE;CODE_CLIENT;VILE\r\nM8;E0000003;Pau\r\n")
                        .get(1))
                .startsWith(";REJET;colonne inconnue");
    }

    @Test
    void aFileIsIgnoredUntilItHasItsName() throws Exception {
        Path temporary = erp.importFolder().resolve("maj-7.csv.tmp");
        Files.writeString(temporary, "NO_MESSAGE;CODE_CLIENT;VILLE\r\n", ErpFormat.CHARSET);
        // Another file that comes later is through, so the folder was looked into.
        send("maj-8", "NO_MESSAGE;CODE_CLIENT;VILLE\r\nM9;E0000004;Pau\r\n");
        assertThat(temporary).exists();
        assertThat(erp.acknowledgements().resolve("maj-7.ack.csv")).doesNotExist();
    }

    @Test
    void losesAndRepeatsNothingWhenItIsKilledAtAnyMoment() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 15; i++) {
                int client = 20 + i;
                drop(
                        "maj-k%d-%02d.csv".formatted(round, i),
                        "NO_MESSAGE;CODE_CLIENT;ADRESSE\r\nK%d-%d;E%07d;%d rue du Port\r\n"
                                .formatted(round, i, client, round));
            }
            acknowledgement("maj-k%d-%02d.ack.csv".formatted(round, round * 5));
            erp.restart();
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 15; i++) {
                assertThat(acknowledgement("maj-k%d-%02d.ack.csv".formatted(round, i)))
                        .contains("K%d-%d;OK;".formatted(round, i));
            }
        }
        for (int i = 0; i < 15; i++) {
            String code = "E%07d".formatted(20 + i);
            assertThat(erp.changes(code)).as("state changes of " + code).isEqualTo(3);
            assertThat(erp.customer(code).orElseThrow()).containsEntry("ADRESSE", "2 rue du Port");
        }
    }

    @Test
    void itsOwnUsersChangeIsPutOutToo() throws Exception {
        erp.changeAddress("E0000050", Fixtures.NEW_ADDRESS);
        assertThat(updatesThatContain("E0000050;")).isOne();
        assertThat(erp.customer("E0000050").orElseThrow())
                .containsEntry("VILLE", "Brest")
                .containsEntry("PAYS", "FRANCE");
        assertThat(erp.changes("E0000050")).isOne();
    }
}
