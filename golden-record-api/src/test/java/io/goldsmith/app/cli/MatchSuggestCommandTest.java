package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchSuggestCommandTest {

    private static final int CUSTOMERS = 60;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writePeople() throws IOException {
        StringBuilder lines = new StringBuilder("id,entity_id,full name,phone,note\n");
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String name = "Jean " + (char) ('A' + customer % 26) + "rou" + (char) ('a' + customer / 26) + "el";
            for (int copy = 0; copy < 2; copy++) {
                lines.append(String.format(
                        "%d-%d,%d,%s,06%08d,%s%n", customer, copy, customer, name, 12_345_678 + customer * 7_919, "x"));
            }
        }
        Files.writeString(folder.resolve("people.csv"), lines);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Goldsmith.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    @Test
    void writesAConfigurationThatMatchTakes() throws IOException {
        String people = folder.resolve("people.csv").toString();
        String config = folder.resolve("match.yaml").toString();
        assertThat(run("match", "suggest", people, "--out", config, "--threads", "2"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("match", "suggest", people)).isZero();
        assertThat(out.toString())
                .isEqualTo(Files.readString(Path.of(config)))
                .contains("phone: {type: phone}", "# entity_id: left out");
        assertThat(run("match", people, "--config", config, "--labels", people)).isZero();
        assertThat(out.toString()).contains("F1 1.0000");
    }

    @Test
    void leavesOutIgnoredColumnsAndTellsAWrongCallFromWorkThatFailed() {
        String people = folder.resolve("people.csv").toString();
        assertThat(run("match", "suggest", people, "--ignore", "phone")).isZero();
        assertThat(out.toString()).doesNotContain("phone");
        assertThat(run("match", "suggest")).isEqualTo(2);
        assertThat(run("match", "suggest", people, "--threads", "0")).isEqualTo(2);
        assertThat(run("match", "suggest", people, "--id", "key")).isEqualTo(1);
        assertThat(err.toString()).contains("--threads must be at least 1", "expected a column \"key\"", "--id id");
        assertThat(run(
                        "match",
                        "suggest",
                        people,
                        "--out",
                        folder.resolve("none/match.yaml").toString()))
                .isEqualTo(1);
    }
}
