package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.score.Rival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of households, matched by a model that was trained on it without labels. */
class TrainedMatchTest {

    private static final String CONFIG = """
            columns:
              given:    {type: person-name, part: given}
              family:   {type: person-name, part: family}
              born:     {type: date}
              street:   {type: postal-address, part: street}
              postcode: {type: postal-address, part: postcode}
              email:    {type: email}
            matching:
              training: {sample-pairs: 200000}
              blocking:
                - keys: [{attribute: street}, {attribute: postcode}]
                - keys: [{attribute: email}]
                - keys: [{attribute: family}, {attribute: born}]
                - keys: [{attribute: given}, {attribute: family}]
              comparisons:
                - {attribute: given, kind: name}
                - {attribute: family, kind: name}
                - {attribute: born, kind: date}
                - {attribute: street, kind: street}
                - {attribute: postcode, kind: postcode}
                - {attribute: email, kind: email}
            """;
    private static final String HEADER = "id,entity_id,given,family,born,street,postcode,email\n";
    private static final List<String> GIVEN = List.of(
            "Anne", "Bruno", "Carla", "Denis", "Elise", "Fabien", "Gilles", "Helene", "Igor", "Julie", "Karim", "Lea");
    private static final List<String> PLACES =
            List.of("Lilas", "Roses", "Acacias", "Erables", "Tilleuls", "Platanes", "Chenes", "Ormes");

    @TempDir
    private Path folder;

    /** Homes of three persons with one name and address; each person twice, now and then with an error or a gap. */
    private static List<String> homes(int homes) {
        Random random = new Random(11);
        List<String> lines = new ArrayList<>();
        for (int home = 0; home < homes; home++) {
            String family = name(random);
            String street = (1 + random.nextInt(90)) + " rue des " + PLACES.get(random.nextInt(PLACES.size()));
            String postcode = Integer.toString(10_000 + random.nextInt(80_000));
            int first = random.nextInt(GIVEN.size());
            for (int person = 0; person < 3; person++) {
                String given = GIVEN.get((first + person) % GIVEN.size());
                String born =
                        "19" + (40 + random.nextInt(60)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9);
                String email = given.toLowerCase() + "." + random.nextInt(100_000) + "@example.org";
                for (int copy = 0; copy < 2; copy++) {
                    boolean wrong = copy == 1 && random.nextInt(10) == 0;
                    boolean gap = copy == 1 && random.nextInt(10) == 0;
                    lines.add(String.join(
                            ",",
                            "R" + lines.size(),
                            "E" + home + "-" + person,
                            wrong ? given.substring(1) : given,
                            family,
                            gap ? "" : born,
                            street,
                            postcode,
                            random.nextInt(3) == 0 ? "" : email));
                }
            }
        }
        return lines;
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int syllable = 0; syllable < 3; syllable++) {
            name.append("BCDFGLMNPRST".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private CsvMatchResult match(Path file, int threads) throws IOException {
        return match(CONFIG, file, threads);
    }

    private CsvMatchResult match(String configuration, Path file, int threads) throws IOException {
        Path config = Files.writeString(folder.resolve("match.yaml"), configuration);
        return new CsvMatch(
                        List.of(file),
                        CsvMatchSettings.read(config),
                        "id",
                        Set.of(),
                        Optional.empty(),
                        PairMode.DEDUPE,
                        threads,
                        1)
                .run(MatchProgress.NONE);
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("\n", lines) + "\n");
    }

    @Test
    void tellsThePersonsOfAHouseholdApart() throws IOException {
        Path file = file("homes.csv", homes(400));
        CsvMatchResult result = match(file, 2);
        Evaluation evaluation = Labels.read(file, result.table(), "").evaluate(result.clusters());
        assertThat(evaluation.precision()).isGreaterThan(0.99);
        assertThat(evaluation.recall()).isGreaterThan(0.9);
        assertThat(result.matching().model().rivals())
                .as("what members of a household share is known of them")
                .anySatisfy(rival -> assertThat(rival.rival()).isEqualTo(Rival.HOUSEHOLD));
    }

    @Test
    void tellsThemApartByWholeNamesToo() throws IOException {
        String whole = CONFIG.replace("  given:    {type: person-name, part: given}\n", "  given: {type: text}\n")
                .replace("- {attribute: given, kind: name}", "- {attribute: whole, kind: full-name}")
                .replace("    - {attribute: family, kind: name}\n", "")
                .replace(
                        "  blocking:",
                        "  derived:\n    - {name: whole, join: [{attribute: given}, {attribute: family}]}\n  blocking:");
        Path file = file("homes.csv", homes(400));
        CsvMatchResult result = match(whole, file, 2);
        Evaluation evaluation = Labels.read(file, result.table(), "").evaluate(result.clusters());
        assertThat(evaluation.precision()).isGreaterThan(0.98);
        assertThat(evaluation.recall()).isGreaterThan(0.85);
    }

    @Test
    void learnsHowOftenValuesAgreeAmongMatches() throws IOException {
        MatchModel model = match(file("homes.csv", homes(400)), 2).matching().model();
        double exactGiven = model.comparisons().get(0).levels().get(0).m();
        assertThat(exactGiven).as("one pair in ten has an error").isBetween(0.85, 0.94);
        double pairs = 2400.0 * 2399 / 2;
        assertThat(model.prior() * pairs).as("1,200 pairs match").isBetween(1100.0, 1300.0);
    }

    @Test
    void countsThePriorByDeterministicRulesWhereThereAreAny() throws IOException {
        List<String> lines = homes(100);
        long agree = lines.stream()
                .map(line -> line.split(",", -1))
                .filter(fields -> !fields[7].isEmpty())
                .collect(Collectors.groupingBy(fields -> fields[7], Collectors.counting()))
                .values()
                .stream()
                .filter(records -> records == 2)
                .count();
        String rules = "training: {match-rules: [[{attribute: email}]], recall: 0.5}";
        MatchModel model = match(CONFIG.replace("training: {sample-pairs: 200000}", rules), file("homes.csv", lines), 2)
                .matching()
                .model();
        double pairs = lines.size() * (lines.size() - 1) / 2.0;
        assertThat(model.prior() * pairs).isCloseTo(agree / 0.5, within(0.5));
    }

    @Test
    void writesTheSameBytesOnOneThreadAndOnEightAndForShuffledInput() throws IOException {
        List<String> lines = homes(300);
        List<byte[]> clusters = new ArrayList<>();
        List<byte[]> pairs = new ArrayList<>();
        List<byte[]> models = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            CsvMatchResult result = match(file("homes.csv", lines), run == 0 ? 1 : 8);
            result.writeClusters(folder.resolve("clusters.csv"));
            result.writePairs(folder.resolve("pairs.csv"));
            result.matching().model().save(folder.resolve("model.json"));
            clusters.add(Files.readAllBytes(folder.resolve("clusters.csv")));
            pairs.add(Files.readAllBytes(folder.resolve("pairs.csv")));
            models.add(Files.readAllBytes(folder.resolve("model.json")));
            Collections.shuffle(lines, new Random(run));
        }
        assertThat(clusters.get(1)).isEqualTo(clusters.get(0));
        assertThat(clusters.get(2)).isEqualTo(clusters.get(0));
        assertThat(pairs.get(2)).isEqualTo(pairs.get(0)).isEqualTo(pairs.get(1));
        assertThat(models.get(2)).isEqualTo(models.get(0)).isEqualTo(models.get(1));
    }

    @Test
    void scoresAlikeUnderAModelThatWasSavedAndLoaded() throws IOException {
        Path file = file("homes.csv", homes(100));
        CsvMatchResult result = match(file, 2);
        Path saved = folder.resolve("model.json");
        result.matching().model().save(saved);
        assertThat(MatchModel.load(saved)).isEqualTo(result.matching().model());
    }

    @Test
    void takesAnAddressThatManyUnlikeRecordsHoldForAPlaceholder() throws IOException {
        List<String> lines = homes(100);
        for (int line = 0; line < lines.size(); line += 10) {
            String text = lines.get(line);
            lines.set(line, text.substring(0, text.lastIndexOf(',') + 1) + "accueil@boutique.fr");
        }
        CsvMatchResult result = match(file("homes.csv", lines), 2);
        assertThat(result.matching().model().placeholders().get("email")).containsExactly("accueil@boutique.fr");
    }
}
