package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.score.PairExplanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/matching.md}, compiled and run as it stands there. */
class DocumentedExampleTest {

    private static PairExplanation example() {
        // example
        List<AttributeDefinition> attributes = List.of(
                new AttributeDefinition("given", SemanticType.PERSON_NAME, "given", false),
                new AttributeDefinition("family", SemanticType.PERSON_NAME, "family", false),
                new AttributeDefinition("born", SemanticType.DATE, "", false));
        MatchSettings settings = MatchSettings.of(
                List.of(new BlockingRule(List.of(new KeyPart("family", "phonetic")), List.of())),
                List.of(
                        ComparisonSettings.of("given", ComparisonKind.NAME),
                        ComparisonSettings.of("family", ComparisonKind.NAME),
                        ComparisonSettings.of("born", ComparisonKind.DATE)));
        Matching matching = Matching.of(attributes, settings);
        AttributeValues one = matching.standardise(AttributeValues.of(Map.of(
                        "given",
                        List.of("Mme Jeanne-Marie"),
                        "family",
                        List.of("Dupond"),
                        "born",
                        List.of("3/2/1980"))))
                .values();
        AttributeValues other = matching.standardise(AttributeValues.of(Map.of(
                        "given", List.of("JEANNE MARIE"), "family", List.of("DUPONT"), "born", List.of("1980-02-03"))))
                .values();
        boolean candidates = matching.blockingKeys(one).stream().anyMatch(matching.blockingKeys(other)::contains);
        PairExplanation explanation = matching.explain(one, other);
        // example
        assertThat(candidates).isTrue();
        return explanation;
    }

    @Test
    void runs() {
        assertThat(example().score().probability()).isGreaterThan(0.99);
    }

    @Test
    void standsInTheGuide() throws IOException {
        Path source = Path.of("src/test/java/io/goldsmith/matching/run/DocumentedExampleTest.java");
        String region = Files.readString(source).split(" {8}// example\n")[1].stripTrailing();
        assertThat(Files.readString(Path.of("../docs/matching.md")))
                .contains(region.indent(-8).stripTrailing());
    }
}
