package io.goldsmith.matching.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldsmith.matching.run.CsvMatchSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDocumentTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("match.yaml"), text);
    }

    private static List<String> problems(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        return catchThrowableOfType(SettingsException.class, reading).problems().stream()
                .map(problem -> problem.line() + " " + problem.key() + ": " + problem.message())
                .toList();
    }

    @Test
    void namesEveryMistakeWithItsLineAndTheNearestWord() throws IOException {
        Path file = file("""
                columns:
                  name: {type: persn-name}
                matching:
                  treshold: 1
                  prior: 7
                  blocking:
                    - keys: [{attribute: name}]
                  comparisons:
                    - attribute: name
                      kind: nmae
                """);
        assertThat(problems(() -> CsvMatchSettings.read(file)))
                .hasSize(4)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("2 columns.name.type").contains("person-name"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("4 matching.treshold").contains("thresholds"))
                .anySatisfy(problem -> assertThat(problem).startsWith("5 matching.prior"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("10 matching.comparisons[0].kind")
                        .contains("\"name\""));
    }

    @Test
    void namesWhatDoesNotFitTheAttributesWithItsLine() throws IOException {
        Path file = file("""
                columns:
                  surname: {type: person-name}
                matching:
                  thresholds: {automatic: 0.5, review: 0.9}
                  blocking:
                    - keys: [{attribute: surnam, transform: "prefx:3"}]
                  comparisons:
                    - attribute: surname
                      kind: name
                      levels:
                        - {level: acronym, m: 0.9, u: 0.1}
                        - {level: exact, m: 0.1, u: 0.9}
                """);
        assertThat(problems(() -> CsvMatchSettings.read(file)))
                .anySatisfy(problem -> assertThat(problem).startsWith("4 matching.thresholds.review"))
                .anySatisfy(problem -> assertThat(problem).startsWith("6 ").contains("did you mean \"surname\"?"))
                .anySatisfy(problem -> assertThat(problem).startsWith("6 ").contains("prefix:N"))
                .anySatisfy(problem -> assertThat(problem).startsWith("11 ").contains("makes no sense for name"))
                .anySatisfy(problem -> assertThat(problem).startsWith("12 ").contains("must be \"else\""));
    }

    @Test
    void refusesAKeyThatStandsTwice() throws IOException {
        Path file = file("a: 1\nb: 2\na: 3\n");
        assertThat(problems(() -> SettingsDocument.read(file)))
                .singleElement()
                .asString()
                .startsWith("3 a:")
                .contains("first in line 1");
    }

    @Test
    void refusesAliasesThatBlowUp() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++) {
            String alias = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level + " ["
                            + String.join(", ", java.util.Collections.nCopies(10, alias)))
                    .append("]\n");
        }
        Path file = file(bomb.toString());
        assertThat(problems(() -> SettingsDocument.read(file)))
                .singleElement()
                .asString()
                .contains("aliases");
    }

    @Test
    void namesTheLineThatIsNoYaml() throws IOException {
        Path file = file("a: 1\nb: [1, 2\nc: 3\n");
        assertThat(problems(() -> SettingsDocument.read(file)))
                .singleElement()
                .asString()
                .matches("[23] : is not YAML.*");
    }

    @Test
    void refusesWhatIsNotUtf8AndWhatIsNotThere() throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "a: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(() -> SettingsDocument.read(latin)))
                .singleElement()
                .asString()
                .contains("not UTF-8");
        assertThat(problems(() -> SettingsDocument.read(folder.resolve("none.yaml"))))
                .singleElement()
                .asString()
                .contains("does not exist");
    }

    /** A settings record with hyphens in its keys. */
    record Access(String userName, String password, int maxTries) {}

    @Test
    void bindsHyphenatedKeysAndResolvesSecretsThatTheTreeDoesNotHold() throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/key"), "hush\n");
        SettingsDocument document = SettingsDocument.read(
                file("access:\n  user-name: sa\n  password: \"${file:secrets/key}\"\n  max-tries: 3\n"));
        assertThat(document.bind("/access", Access.class)).isEqualTo(new Access("sa", "hush", 3));
        assertThat(document.tree().toString()).doesNotContain("hush");
        assertThat(document.lineOf("/access/max-tries")).isEqualTo(4);
    }

    @Test
    void namesTheKeyOfASecretThatIsMissing() throws IOException {
        SettingsDocument document = SettingsDocument.read(
                file("access:\n  user-name: \"${env:GOLDSMITH_NOT_SET}\"\n  password: \"${file:none}\"\n"));
        assertThat(problems(() -> document.bind("/access", Access.class)))
                .hasSize(2)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("2 access.user-name").contains("GOLDSMITH_NOT_SET"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("3 access.password").contains("none"));
    }
}
