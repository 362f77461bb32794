package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSuggestTest {

    private static final String HEADER = "id,given_name,family_name,birth_date,\"e-mail: \"\"home\"\"\"";

    @TempDir
    private Path folder;

    private static List<String> people() {
        Random random = new Random(3);
        String[] given = {"Robert", "Nicolas", "Catherine", "William", "Antoine", "Margaret"};
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < 150; person++) {
            String name = given[random.nextInt(given.length)];
            String family = "" + (char) ('A' + random.nextInt(26)) + "er" + (char) ('a' + random.nextInt(26)) + "oulin";
            String born = String.format(
                    "19%02d-%02d-%02d", random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String email = family.toLowerCase() + random.nextInt(900) + "@free.fr";
            lines.add("x" + person + "," + name + "," + family + "," + born + "," + email);
            if (person % 2 == 0) {
                lines.add(
                        "y" + person + "," + name + "," + family + "e," + born + "," + (person % 4 == 0 ? email : ""));
            }
        }
        return lines;
    }

    private Path file(String name, String header, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return Files.write(folder.resolve(name), all);
    }

    private static String yaml(Path file, int threads) {
        return suggest(file, threads).run(MatchProgress.NONE).yaml();
    }

    private static CsvSuggest suggest(Path file, int threads) {
        return new CsvSuggest(List.of(file), "id", Set.of(), threads, 1);
    }

    @Test
    void suggestsAConfigurationThatFindsTheDuplicates() throws IOException {
        Path people = file("people.csv", HEADER, people());
        Path config = Files.writeString(folder.resolve("match.yaml"), yaml(people, 2));
        CsvMatchResult result = new CsvMatch(
                        List.of(people),
                        CsvMatchSettings.read(config),
                        "id",
                        Set.of(),
                        Optional.empty(),
                        io.goldsmith.matching.block.PairMode.DEDUPE,
                        2,
                        1)
                .run(MatchProgress.NONE);
        assertThat(result.clusterCount()).isBetween(148, 155);
    }

    @Test
    void writesTheSameBytesOnAnyNumberOfThreadsAndForAnyOrderOfLines() throws IOException {
        List<String> shuffled = new ArrayList<>(people());
        Collections.shuffle(shuffled, new Random(5));
        String one = yaml(file("one.csv", HEADER, people()), 1);
        assertThat(yaml(file("other.csv", HEADER, shuffled), 4)).isEqualTo(one);
    }

    @Test
    void holdsNoValueOfARecord() throws IOException {
        assertThat(yaml(file("people.csv", HEADER, people()), 2)).doesNotContain("oulin", "free.fr", "Catherine");
    }

    @Test
    void namesTheColumnsThatCouldBeTheIdWhereItIsMissing() throws IOException {
        Path file = file("noid.csv", "key,name", List.of("1,Anna", "2,Anna"));
        assertThatThrownBy(() -> yaml(file, 1))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("--id key");
    }

    @Test
    void saysWhyNothingCanBeCompared() throws IOException {
        Path empty = file("empty.csv", "id,a,b", List.of("1,,x", "2,,x", "3,,x"));
        assertThatThrownBy(() -> yaml(empty, 1))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("\"a\" is empty")
                .hasMessageContaining("\"b\" holds one value");
        Path idAlone = file("single.csv", "id", List.of("1", "2"));
        assertThatThrownBy(() -> yaml(idAlone, 1)).isInstanceOf(MatchingException.class);
        Path one = file("one.csv", "id,name", List.of("1,Anna"));
        assertThatThrownBy(() -> yaml(one, 1)).hasMessageContaining("at least two records");
    }
}
