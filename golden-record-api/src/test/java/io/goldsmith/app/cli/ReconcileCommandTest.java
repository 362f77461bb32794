package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.app.ConsoleServer;
import io.goldsmith.app.SampleHub;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.source.Delivery.RecordVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jean-Pierre Lefebvre moved before replication started, so accounting's files still have his old street. */
class ReconcileCommandTest {

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
        String[] all = new String[arguments.length + 3];
        all[0] = "reconcile";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
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
                        + "A1;Jean-Pierre;LEFEBVRE;1971-03-08;2 place Bellecour;Lyon;2026-03-02T10:00:00\n");
    }

    private SampleHub drifted() {
        SampleHub sample = SampleHub.filled(parent, SECTIONS);
        Run run = sample.runtime().hub().runs().start("crm");
        sample.runtime()
                .hub()
                .intake()
                .land(
                        run.id(),
                        List.of(new RecordVersion(
                                "crm",
                                "C1",
                                Instant.parse("2026-03-05T10:00:00Z"),
                                AttributeValues.of(Map.of(
                                        "party_type", List.of("person"),
                                        "given_name", List.of("Jean-Pierre"),
                                        "family_name", List.of("Lefebvre"),
                                        "birth_date", List.of("1971-03-08"),
                                        "street", List.of("99 rue Neuve"),
                                        "town", List.of("Lyon"))),
                                false)));
        sample.runtime().hub().runs().done(run.id(), Map.of());
        sample.runtime().connectors().extract("accounting");
        sample.runtime().connectors().startReplicationFromHere();
        return sample;
    }

    private List<Path> updates() throws IOException {
        try (var files = Files.list(parent.resolve("import"))) {
            return files.toList();
        }
    }

    @Test
    void reportsAndRepairsWhenNoHubRuns() throws IOException {
        drifted().close();

        assertThat(call("accounting")).isEqualTo(1);
        assertThat(out.toString())
                .contains("accounting: 1 record read", "RUE 1", "A1", "G-", "1 record drifted; --repair settles that.")
                .doesNotContain("Neuve", "Bellecour");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(updates()).as("comparing sends nothing").isEmpty();

        assertThat(call("accounting", "--repair")).isZero();
        assertThat(out.toString()).contains("deliveries enqueued           1");
        assertThat(updates())
                .singleElement()
                .satisfies(file -> assertThat(Files.readString(file)).contains(";A1;99 rue Neuve;Lyon"));

        assertThat(call("accounting")).isZero();
        assertThat(out.toString()).contains("Nothing drifted.", "under way");
        assertThat(call("accounting", "--repair")).isZero();
        assertThat(updates()).hasSize(1);
    }

    @Test
    void worksThroughTheRunningHubAndAnswersAsJson() throws IOException {
        try (SampleHub sample = drifted();
                ConsoleServer server = ConsoleServer.start(sample.runtime(), 0)) {
            assertThat(server.port()).isPositive();

            assertThat(call("accounting", "--json", "--values")).isEqualTo(1);
            JsonNode report = JsonMapper.builder().build().readTree(out.toString());
            assertThat(report.at("/counts/different").asInt()).isEqualTo(1);
            assertThat(report.at("/settled").asBoolean()).isFalse();
            assertThat(report.at("/drifted/0/key").asString()).isEqualTo("A1");
            assertThat(report.at("/drifted/0/values/RUE/hub").asString()).isEqualTo("99 rue Neuve");
            assertThat(report.at("/drifted/0/values/RUE/there").asString()).isEqualTo("2 place Bellecour");

            assertThat(call("accounting", "--repair", "--values")).isZero();
            assertThat(out.toString()).contains("\"2 place Bellecour\" there, \"99 rue Neuve\" in the hub");
        }
    }

    @Test
    void aWrongCallIsToldFromDrift() {
        drifted().close();

        assertThat(call("erp")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no replication target erp; goldsmith.yaml has accounting.");
        assertThat(call("accounting", "--most", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--most must be 0 to 10000, but is -1");
    }

    @Test
    void aTargetThatCannotBeReadFailsWithWhatToDo() throws IOException {
        drifted().close();
        Files.delete(parent.resolve("outbox/done/clients-001.csv"));

        assertThat(call("accounting")).isEqualTo(1);
        assertThat(out.toString()).contains("no landed file clients-*.csv", "extract it first");
        assertThat(call("accounting", "--json")).isEqualTo(1);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(out.toString())
                        .at("/failure")
                        .asString())
                .contains("no landed file");
    }
}
