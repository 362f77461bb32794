package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.app.ConsoleServer;
import io.goldsmith.app.SampleHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that help to write a connector, called as a person calls them. */
class ConnectorsCommandTest {

    private static final String CONNECTORS = """
            connectors:
              crm:
                kind: file
                source: crm
                inbox: in
                streams:
                  - name: clients
                    from: clients-*.csv
                    records:
                      key: CODE
                      timestamp: MODIF
                      attributes:
                        party_type: {column: TYPE, codes: {P: person, E: organisation}}
                        family_name: {expression: "upper(NOM)"}
                        birth_date: {column: NE_LE, format: dd/MM/yyyy}
                        phone: {column: TEL, split: ","}
                        town: {column: VILLE, when: {column: TYPE, is: P}}
                  - {name: orders, from: orders-*.csv, orders: {order: NO, customer: CODE, date: JOUR, amount: MONTANT}}
            """;

    @TempDir
    private Path parent;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... arguments) {
        CommandLine commandLine = Goldsmith.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return commandLine.execute(arguments);
    }

    @BeforeEach
    void dropFiles() throws IOException {
        Files.createDirectories(parent.resolve("hub/in"));
        Files.writeString(parent.resolve("hub/in/clients-1.csv"), """
                CODE;TYPE;NOM;NE_LE;TEL;VILLE;MODIF
                C1;P;Lefebvre;17/05/1980;"01 45 45 45 45, 06 45 45 45 45";Villeneuve-sur-Lot-et-Garonne-la-Longue;2024-01-01
                C2;P;Martin;17/05/2980;12;;2024-01-01
                C3;X;\u001b[31mred\u202e;;;;2024-01-01
                """);
        Files.writeString(parent.resolve("hub/in/orders-1.csv"), "NO;CODE;JOUR;MONTANT\nO1;C1;2024-02-03;12.50\n");
    }

    private String folder() {
        return parent.resolve("hub").toString();
    }

    @Test
    void previewsAConnectorOnATerminalOfHundredColumns() {
        try (SampleHub hub = SampleHub.filled(parent, CONNECTORS);
                ConsoleServer server = ConsoleServer.start(hub.runtime(), 0)) {
            assertThat(server.port()).isPositive();

            assertThat(call("connectors", "preview", "crm", "--config", folder()))
                    .isZero();

            assertThat(hub.runtime().hub().sourceRecords().countPending()).isZero();
        }
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(100));
        assertThat(out.toString())
                .contains(
                        "crm · clients · records from clients-1.csv",
                        "3 rows, 1 would land, 1 quarantined, 1 unreadable. Nothing was landed.",
                        "family_name          NOM                                          no: it is computed",
                        "town                 VILLE when TYPE is P                         yes",
                        "  family_name          Lefebvre                  LEFEBVRE                  =",
                        "  birth_date           17/05/1980                1980-05-17                =",
                        "                                                 06 45 45 45 45            +33645454545",
                        "Villeneuve-sur-Lot-et-Ga… =",
                        "! rejects: birth_date",
                        "! not standard: phone",
                        "! unreadable: column TYPE must hold one of the codes P, E, but holds another",
                        "  amount               12.50",
                        "raw: CODE C1, JOUR 2024-02-03, MONTANT 12.50, NO O1")
                .doesNotContain("\u001b", "\u202e");
        assertThat(err.toString()).doesNotContain("Lefebvre", "Martin");
        assertThat(parent.resolve("hub/in/clients-1.csv")).exists();
    }

    @Test
    void previewsAsJsonWithoutAHubThatRuns() throws IOException {
        Files.writeString(
                SampleHub.folder(parent).resolve("goldsmith.yaml"),
                Files.readString(SampleHub.folder(parent).resolve("goldsmith.yaml")) + CONNECTORS);

        assertThat(call(
                        "connectors",
                        "preview",
                        "crm",
                        "--config",
                        folder(),
                        "--records",
                        "1",
                        "--stream",
                        "clients",
                        "--json"))
                .isZero();

        JsonNode preview = JsonMapper.builder().build().readTree(out.toString());
        assertThat(preview.at("/streams").size()).isEqualTo(1);
        assertThat(preview.at("/streams/0/rows").size()).isEqualTo(1);
        assertThat(preview.at("/streams/0/rows/0/outcome").asString()).isEqualTo("LANDS");
        assertThat(preview.at("/streams/0/rows/0/raw/NOM/0").asString()).isEqualTo("Lefebvre");
        assertThat(preview.at("/streams/0/rows/0/mapped/family_name/0").asString())
                .isEqualTo("LEFEBVRE");
        assertThat(preview.at("/streams/0/attributes/1/obstacle").asString()).contains("without write");
        assertThat(parent.resolve("hub/data")).doesNotExist();
    }

    @Test
    void aStreamThatCannotBeReadIsAFailureAndAWrongNameAWrongCall() throws IOException {
        Path yaml = SampleHub.folder(parent).resolve("goldsmith.yaml");
        Files.writeString(yaml, Files.readString(yaml) + CONNECTORS);
        Files.delete(parent.resolve("hub/in/orders-1.csv"));

        assertThat(call("connectors", "preview", "crm", "--config", folder())).isEqualTo(1);
        assertThat(out.toString()).contains("cannot be read: ", "finds no file orders-*.csv");
        assertThat(call("connectors", "preview", "crn", "--config", folder())).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"crm\"?");
        assertThat(call("connectors", "preview", "crm", "--config", folder(), "--records", "0"))
                .isEqualTo(2);
        assertThat(call("connectors", "--config", folder())).isEqualTo(2);
    }

    @Test
    void suggestsAMappingThatCanBePutInThePlaceOfTheConnector() throws IOException {
        Path yaml = SampleHub.folder(parent).resolve("goldsmith.yaml");
        String base = Files.readString(yaml);
        Files.writeString(yaml, base + """
                connectors:
                  crm: {kind: file, source: crm, inbox: in, streams: [{name: clients, from: clients-*.csv}]}
                """);

        assertThat(call("connectors", "suggest", "crm", "--config", folder())).isZero();
        assertThat(out.toString())
                .contains("key: CODE", "family_name: NOM", "birth_date: {column: NE_LE, format: dd/MM/yyyy}")
                .doesNotContain("Lefebvre", "Martin", "45 45", "Villeneuve");
        assertThat(call("connectors", "suggest", "crn", "--config", folder())).isEqualTo(2);

        Files.writeString(yaml, base + out);
        int exit = call("connectors", "preview", "crm", "--config", folder());
        assertThat(exit).as(out + "\n" + err).isZero();
        assertThat(out.toString()).contains("3 rows");
    }

    @Test
    void listsTheKindsAndTheKeysOfOne() {
        assertThat(call("connectors", "kinds")).isZero();
        assertThat(out.toString()).contains("jdbc", "file", "http", "plugin");

        assertThat(call("connectors", "kinds", "file")).isZero();
        assertThat(out.toString()).contains("separator", "The character between columns", "(text, default ;)");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void aKindThatIsNotThereIsAWrongCall() {
        assertThat(call("connectors", "kinds", "fille")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no kind fille; did you mean \"file\"?");
    }
}
