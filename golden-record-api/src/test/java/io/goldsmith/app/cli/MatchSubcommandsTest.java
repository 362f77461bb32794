package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchSubcommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(Object... arguments) {
        CommandLine commandLine =
                Goldsmith.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] texts = new String[arguments.length];
        for (int argument = 0; argument < texts.length; argument++) {
            texts[argument] = arguments[argument].toString();
        }
        return commandLine.execute(texts);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void evaluatesClustersOfAnyTool() throws IOException {
        Path clusters = file("clusters.csv", "id,cluster_id\na,a\nb,a\nc,c\n");
        Path labels = file("labels.csv", "id,entity_id\na,1\nb,1\nc,1\n");
        Path json = folder.resolve("out.json");

        assertThat(run("match", "evaluate", "--clusters", clusters, "--labels", labels, "--json", json))
                .isZero();
        assertThat(out.toString()).contains("precision 1.0000  recall 0.3333", "0 of 1 entities");
        assertThat(json).content().contains("\"falseNegatives\" : 2");
    }

    @Test
    void evaluatesPairsOfAnyToolAndRefusesNothing() throws IOException {
        Path pairs = file("pairs.csv", "left_id,right_id,match_weight\na,b,9\nb,c,4\n");
        Path labels = file("labels.csv", "left_id,right_id,match\na,b,1\nb,c,0\n");
        Path json = folder.resolve("out.json");

        assertThat(run("match", "evaluate", "--pairs", pairs, "--labels", labels, "--json", json))
                .isZero();
        assertThat(out.toString()).contains("      4.0  0.5000     1.0000", "9.0  1.0000     1.0000  1.0000  best F1");
        assertThat(json).content().contains("\"thresholds\"").doesNotContain("\"evaluation\"");

        assertThat(run("match", "evaluate", "--labels", labels)).isEqualTo(2);
        assertThat(err.toString()).contains("--clusters=C.csv, --pairs=P.csv or both");
    }

    private static String letters(Random random) {
        return random.ints(6, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    @Test
    void writesAThresholdThatIsNeverOne() throws IOException {
        StringBuilder people = new StringBuilder("id,name,code,group\n");
        StringBuilder labels = new StringBuilder("id,entity_id\n");
        Random random = new Random(3);
        for (int customer = 0; customer < 600; customer++) {
            String name = letters(random) + " " + letters(random);
            for (int record = 0; record < 2; record++) {
                people.append(String.format("%d-%d,%s,C%04d,G%d%n", customer, record, name, customer, customer % 40));
                labels.append(String.format("%d-%d,%d%n", customer, record, customer));
            }
        }
        Path config = file("match.yaml", """
                columns:
                  name: {type: person-name, part: full}
                  code: {type: code}
                  group: {type: code}
                matching:
                  blocking:
                    - keys: [{attribute: group}]
                  comparisons:
                    - {attribute: name, kind: name}
                    - {attribute: code, kind: code}
                """);

        assertThat(run(
                        "match",
                        "train",
                        file("people.csv", people.toString()),
                        "--config",
                        config,
                        "--save-model",
                        folder.resolve("model.json"),
                        "--labels",
                        file("labels.csv", labels.toString())))
                .isZero();
        assertThat(out.toString()).containsPattern("match\\.yaml  thresholds: \\{automatic: 0\\.9+[0-8]\\d*}");
    }

    @Test
    void trainsAndSavesAModelAndRefusesAPrecisionThatIsNone() throws IOException {
        Path config = file("match.yaml", """
                columns:
                  name: {type: person-name, part: full}
                matching:
                  blocking:
                    - keys: [{attribute: name}]
                  comparisons:
                    - {attribute: name, kind: name}
                """);
        Path people = file("people.csv", "id,name\n1,Jean Dupont\n2,Jean Dupont\n3,Anne Martin\n");
        Path labels = file("labels.csv", "left_id,right_id,match\n1,2,1\n");
        Path model = folder.resolve("model.json");

        assertThat(run("match", "train", people, "--config", config, "--save-model", model, "--labels", labels))
                .isZero();
        assertThat(model).content().contains("\"prior\"", "\"labels\" : 1");
        assertThat(out.toString()).contains("give more labels");

        assertThat(run("match", "train", people, "--config", config, "--save-model", model, "--precision", "99"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--precision must be between 0 and 1, but is 99.0.");
    }

    /** Two records each of a hundred customers, and a column that says the same of all. */
    private Path customers() throws IOException {
        StringBuilder people = new StringBuilder("id,name,code,country\n");
        Random random = new Random(4);
        for (int customer = 0; customer < 100; customer++) {
            String name = letters(random) + " " + letters(random);
            people.append(String.format(
                    "%d-0,%s,C%d,FR%n%d-1,%s,C%d,FR%n", customer, name, customer, customer, name, customer));
        }
        return file("customers.csv", people.toString());
    }

    private Path trainingConfig() throws IOException {
        return file("match.yaml", """
                columns:
                  name: {type: person-name, part: full}
                  code: {type: code}
                  country: {type: code}
                matching:
                  training: {sample-pairs: 10000}
                  blocking:
                    - keys: [{attribute: code}]
                  comparisons:
                    - {attribute: name, kind: name}
                    - {attribute: code, kind: identifier}
                    - {attribute: country, kind: code}
                """);
    }

    @Test
    void printsWhatTrainingTellsWithTheWarningsLast() throws IOException {
        assertThat(run(
                        "match",
                        "train",
                        customers(),
                        "--config",
                        trainingConfig(),
                        "--save-model",
                        folder.resolve("model.json")))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.matches("iterations  \\d+, converged \\(last change .*\\)"))
                .anyMatch(
                        line -> line.startsWith("pairs       10,000 random, 100 candidates (each for 1), 100 matches"))
                .anyMatch(line ->
                        line.matches("country      0\\.0\\d      100\\.0 %  at random: else; in matches: else"));
        int first = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("warning "))
                .findFirst()
                .orElseThrow());
        assertThat(lines.get(first))
                .startsWith("warning     country carries nothing (0.0")
                .contains("take");
        assertThat(lines.subList(first, lines.size() - 1)).allMatch(line -> line.startsWith("warning "));
        assertThat(lines.get(lines.size() - 1)).startsWith("model ");
    }

    @Test
    void saysThatItFoundHardlyAMatchToLearnFrom() throws IOException {
        Path people =
                file("people.csv", "id,name,code,country\n1,Jean Dupont,A,FR\n2,Jean Dupont,A,FR\n3,Zoe Roy,B,\n");
        assertThat(run("match", people, "--config", trainingConfig())).isZero();
        assertThat(err.toString()).contains("training: only 1 of 1 candidate pairs can be expected to match");
    }

    @Test
    void warnsBesideTheResultsOfARunThatTrains() throws IOException {
        Path model = folder.resolve("model.json");
        Path report = folder.resolve("report.json");
        Path later = folder.resolve("later.json");
        assertThat(run("match", customers(), "--config", trainingConfig(), "--save-model", model, "--report", report))
                .isZero();
        assertThat(err.toString().lines())
                .hasSizeBetween(1, 5)
                .allMatch(line -> line.startsWith("training: "))
                .anyMatch(line -> line.contains("country carries nothing"));
        assertThat(report).content().contains("\"trainingWarnings\" : [ \"country carries nothing");

        err.getBuffer().setLength(0);
        assertThat(run("match", customers(), "--config", trainingConfig(), "--model", model, "--report", later))
                .isZero();
        assertThat(err.toString()).as("nothing was trained").isEmpty();
        assertThat(later).content().as("what the saved model's training told").contains("\"trainingWarnings\"");
    }

    @Test
    void savesWhatAModelWasTrainedFromAndTheSameBytesAtTheSameInstant() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2031-02-03T04:05:06.789Z"), ZoneOffset.UTC);
        String[] names = {"one.json", "other.json"};
        for (String name : names) {
            int code = new CommandLine(new MatchTrainCommand(clock))
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(
                            customers().toString(),
                            "--config=" + trainingConfig(),
                            "--seed=7",
                            "--save-model=" + folder.resolve(name));
            assertThat(code).isZero();
        }
        assertThat(folder.resolve("one.json")).hasSameBinaryContentAs(folder.resolve("other.json"));
        assertThat(folder.resolve("one.json"))
                .content()
                .contains(
                        "\"at\" : \"2031-02-03T04:05:06Z\"",
                        "\"by\" : \"Goldsmith ",
                        "\"file\" : \"customers.csv\"",
                        "\"records\" : 200",
                        "\"seed\" : 7")
                .doesNotContain(folder.toString(), "\"labels\"");
    }

    @Test
    void asksForFilesAndConfigurationWhereNoSubcommandIsCalled() {
        assertThat(run("match")).isEqualTo(2);
        assertThat(run("match", "people.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("at least one FILE.csv", "--config=match.yaml");
    }
}
