package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.app.ConsoleServer;
import io.goldsmith.app.SampleHub;
import io.goldsmith.app.ServingFile;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.replicate.DeliveryState;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Accounting has an old street of Jean-Pierre Lefebvre, and refuses the new one. */
class DeadLetterCommandsTest {

    private static final String SECTIONS = """
            connectors:
              accounting:
                kind: file
                source: accounting
                inbox: ../outbox
                streams:
                  - name: clients
                    from: clients-*.csv
                    records:
                      key: CODE
                      timestamp: AT
                      attributes: {party_type: {constant: person}, given_name: PRENOM, family_name: NOM,
                                   birth_date: NE_LE, street: RUE, town: VILLE}
            replication:
              accounting:
                kind: file
                source: accounting
                mapping: accounting/clients
                attributes: [street, town]
                folder: ../import
                acknowledgements: ../ack
            """;

    @TempDir
    private Path parent;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commandLine = Goldsmith.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[all.length - 2] = "--config";
        all[all.length - 1] = parent.resolve("hub").toString();
        return commandLine.execute(all);
    }

    @BeforeEach
    void makeFolders() throws IOException {
        for (String folder : List.of("outbox", "import", "ack")) {
            Files.createDirectories(parent.resolve(folder));
        }
        Files.writeString(
                parent.resolve("outbox/clients-001.csv"),
                "CODE;PRENOM;NOM;NE_LE;RUE;VILLE;AT\n"
                        + "A1;Jean-Pierre;LEFEBVRE;1971-03-08;1 quai Perrache;Lyon;2020-03-02T10:00:00\n"
                        + "A2;Zoé;QUESNEL\n");
    }

    private SampleHub refused() throws IOException {
        SampleHub sample = SampleHub.filled(parent, SECTIONS);
        sample.runtime().connectors().extract("accounting");
        sample.runtime().connectors().startReplicationFromHere();
        sample.runtime()
                .connectors()
                .reconcile("accounting", new ReconciliationRequest(true, false, 0), StageProgress.NONE);
        sample.runtime().connectors().settle("test");
        Path update = updates().get(0);
        String number = Files.readAllLines(update).get(1).split(";")[0];
        Files.delete(update);
        Files.writeString(
                parent.resolve("ack/" + update.getFileName().toString().replace(".csv", ".ack.csv")),
                "NO_MESSAGE;STATUT;MOTIF\n" + number + ";REJET;code postal inconnu\n");
        sample.runtime().connectors().settle("test");
        assertThat(sample.runtime()
                        .connectors()
                        .ledger()
                        .find(Optional.of("accounting"), Optional.of(DeliveryState.REFUSED), 0, 10))
                .hasSize(1);
        return sample;
    }

    private List<Path> updates() throws IOException {
        try (var files = Files.list(parent.resolve("import"))) {
            return files.toList();
        }
    }

    @Test
    void deadLettersAreNamedAndReplayedByFilterWhenNoHubRuns() throws IOException {
        refused().close();

        assertThat(call("deliveries", "accounting")).isZero();
        assertThat(out.toString())
                .contains("accounting: 1 deliveries", "REFUSED", "A1", "code postal inconnu")
                .doesNotContain("Lefebvre", "Bellecour");
        assertThat(call("deliveries", "accounting", "--state", "ACKNOWLEDGED")).isZero();
        assertThat(out.toString()).contains("accounting: 0 deliveries");

        assertThat(call("deliveries", "accounting", "--reason", "no such", "--replay"))
                .isZero();
        assertThat(out.toString()).contains("0 deliveries to accounting wait");
        assertThat(call("deliveries", "accounting", "--reason", "POSTAL", "--since", "2020-01-01", "--replay"))
                .isZero();
        assertThat(out.toString()).contains("1 deliveries to accounting wait to be sent again");
        assertThat(call("deliveries", "accounting")).isZero();
        assertThat(out.toString()).contains("accounting: 0 deliveries");
    }

    @Test
    void theRunningHubDoesTheSameAndMeasuresIt() throws Exception {
        try (SampleHub sample = refused();
                ConsoleServer server = ConsoleServer.start(sample.runtime(), 0)) {
            assertThat(call("deliveries", "accounting", "--reason", "code postal"))
                    .isZero();
            assertThat(out.toString()).contains("accounting: 1 deliveries", "REFUSED");
            assertThat(metric(server, "goldsmith.deliveries?tag=state:refused").body())
                    .contains("\"value\":1.0");
            assertThat(metric(server, "goldsmith.connector.extractions?tag=outcome:done")
                            .body())
                    .contains("\"value\":1.0");

            assertThat(call("deliveries", "accounting", "--replay")).isZero();
            sample.runtime().connectors().settle("test");
            assertThat(updates()).hasSize(1);

            assertThat(call("quarantine", "--rule", "birth-date-not-in-future")).isZero();
            assertThat(out.toString()).contains("entries wait", "birth-date-not-in-future");
            assertThat(call("quarantine", "--source", "accounting")).isZero();
            assertThat(out.toString()).startsWith("1 entries wait").doesNotContain("QUESNEL");
            assertThat(call("quarantine", "--source", "accounting", "--values")).isZero();
            assertThat(out.toString()).contains("A2;Zoé;QUESNEL");
            assertThat(call("quarantine", "--rule", "another")).isZero();
            assertThat(out.toString()).startsWith("0 entries wait");
            assertThat(call("quarantine", "--source", "crm", "--replay")).isZero();
            assertThat(out.toString()).startsWith("0 passed the rules of today");
        }
    }

    private HttpResponse<String> metric(ConsoleServer server, String path) throws Exception {
        URI address = server.address().resolve("actuator/metrics/" + path);
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .as("without the token")
                .isEqualTo(401);
        String token =
                ServingFile.find(parent.resolve("hub")).orElseThrow().token().value();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aWrongCallIsTold() throws IOException {
        refused().close();

        assertThat(call("deliveries", "erp")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no replication target erp; goldsmith.yaml has accounting.");
        assertThat(call("deliveries", "accounting", "--state", "SENT", "--replay"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--state must be DEAD, REFUSED or both");
        assertThat(call("deliveries", "accounting", "--since", "yesterday")).isEqualTo(2);
        assertThat(call("deliveries", "accounting", "--golden", "17")).isEqualTo(2);
    }
}
