package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("match.yaml"), """
                columns:
                  name: {type: person-name, part: full}
                  phone: {type: phone}
                matching:
                  prior: 0.01
                  blocking:
                    - keys: [{attribute: phone}]
                  comparisons:
                    - {attribute: name, kind: name}
                    - {attribute: phone, kind: phone}
                """);
        Files.writeString(
                folder.resolve("people.csv"),
                "id,entity_id,name,phone\n1,A,Jean Dupont,0612345678\n2,A,DUPONT Jean,06 12 34 56 78\n3,B,Zoe Roy,0712345678\n");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("match"));
        for (String argument : arguments) {
            all.add(argument.replace("@", folder + "/"));
        }
        CommandLine commandLine = Goldsmith.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commandLine.execute(all.toArray(new String[0]));
    }

    @Test
    void writesClustersPairsModelAndReportsAndPrintsHowGoodTheyAre() {
        int code = run(
                "@people.csv",
                "--config",
                "@match.yaml",
                "--labels",
                "@people.csv",
                "--clusters",
                "@clusters.csv",
                "--pairs",
                "@pairs.csv",
                "--save-model",
                "@model.json",
                "--report",
                "@report.json",
                "--report-html",
                "@report.html");
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("records   3 in", "precision 1.0000  recall 1.0000  F1 1.0000", "B-cubed");
        assertThat(folder.resolve("clusters.csv")).hasContent("id,cluster_id\n1,1\n2,1\n3,3");
        assertThat(folder.resolve("pairs.csv")).content().contains("\n1,2,");
        assertThat(folder.resolve("report.html")).content().contains("<svg");
        assertThat(folder.resolve("report.json")).content().contains("\"clusters\" : 2");
        assertThat(run("@people.csv", "--config", "@match.yaml", "--model", "@model.json"))
                .isZero();
    }

    @Test
    void tellsAWrongCallFromWorkThatFailed() throws IOException {
        assertThat(run("@people.csv")).isEqualTo(2);
        assertThat(run("@people.csv", "--config", "@match.yaml", "--mode", "merge"))
                .isEqualTo(2);
        assertThat(run("@people.csv", "--config", "@match.yaml", "--id", "key")).isEqualTo(1);
        assertThat(err.toString()).contains("--config", "link-and-dedupe", "expected a column \"key\"");
        Files.writeString(folder.resolve("match.yaml"), "columns: {name: {tipe: text}}\n");
        assertThat(run("@people.csv", "--config", "@match.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("match.yaml:1: columns.name.tipe", "did you mean \"type\"?");
    }

    @Test
    void prefixesIdsByTheirFileAndLinksAcrossFilesAlone() throws IOException {
        Files.copy(folder.resolve("people.csv"), folder.resolve("other.csv"));
        int code =
                run("@people.csv", "@other.csv", "--config", "@match.yaml", "--mode", "link", "--pairs", "@pairs.csv");
        assertThat(code).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("pairs.csv"));
        assertThat(lines.subList(1, lines.size())).hasSize(5).allMatch(line -> line.matches("other:\\d,people:\\d,.*"));
    }
}
