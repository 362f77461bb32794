package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.report.MatchReport;
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

/** A report is the same byte for byte, whatever the threads and the order of the rows. */
class ReportDeterminismTest {

    private static final String CONFIG = """
            columns:
              given: {type: person-name, part: given}
              family: {type: person-name, part: family}
              born: {type: date, format: yyyy-MM-dd}
              town: {type: postal-address, part: town}
            matching:
              thresholds: {automatic: 0.7, review: 0.01}
              training: {}
              max-block-size: 40
              blocking:
                - keys: [{attribute: family}]
                  refine: [{attribute: given}]
                - keys: [{attribute: born}]
              comparisons:
                - {attribute: given, kind: name}
                - {attribute: family, kind: name}
                - {attribute: born, kind: date}
                - {attribute: town, kind: town}
            """;
    private static final List<String> GIVEN = List.of("Anne", "Anna", "Paul", "Jean", "Jeanne", "Zoe", "");
    private static final List<String> FAMILY = List.of("Martin", "Martinez", "Dupont", "Dupond", "Roy", "");
    private static final List<String> TOWN = List.of("Lille", "Lyon", "Brest", "Nantes", "");

    @TempDir
    private Path folder;

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static List<String> people() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int customer = 0; customer < 150; customer++) {
            String given = one(GIVEN, random);
            String family = one(FAMILY, random);
            String born = "19" + (50 + random.nextInt(40)) + "-0" + (1 + random.nextInt(9)) + "-11";
            for (int record = 0; record < 3; record++) {
                boolean isWrong = random.nextInt(4) == 0;
                lines.add("r" + (3 * customer + record) + ",E" + customer + ","
                        + (isWrong ? one(GIVEN, random) : given) + "," + family + "," + born + ","
                        + one(TOWN, random));
            }
        }
        return lines;
    }

    private String report(String name, List<String> lines, int threads) throws IOException {
        CsvMatchSettings settings = CsvMatchSettings.read(Files.writeString(folder.resolve("match.yaml"), CONFIG));
        Path file = Files.writeString(
                folder.resolve(name), "id,entity_id,given,family,born,town\n" + String.join("\n", lines) + "\n");
        CsvMatchResult result = new CsvMatch(
                        List.of(file),
                        settings,
                        "id",
                        Set.of("entity_id"),
                        Optional.empty(),
                        PairMode.DEDUPE,
                        threads,
                        5)
                .run(MatchProgress.NONE);
        MatchReport report = result.report(Optional.of(Labels.read(file, result.table(), "")), 5);
        Path json = folder.resolve(name + ".json");
        Path html = folder.resolve(name + ".html");
        report.writeJson(json);
        report.writeHtml(html);
        return Files.readString(json) + Files.readString(html);
    }

    @Test
    void writesTheSameBytesOnManyThreadsAndForShuffledRows() throws IOException {
        List<String> lines = people();
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(1));
        String expected = report("one.csv", lines, 1);
        assertThat(expected).contains("\"falsePositives\"", "id=\"false-negatives\"", "details class=\"pair\"");
        assertThat(report("shuffled.csv", shuffled, 8)).isEqualTo(expected);
    }
}
