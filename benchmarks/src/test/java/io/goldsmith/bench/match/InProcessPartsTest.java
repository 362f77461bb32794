package io.goldsmith.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.Figure;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.run.CsvMatchResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The parts of {@code bench match} that run in its own process, on a thousand records. */
class InProcessPartsTest {

    private static final FigureList FIGURES = new FigureList(List.of());
    private static CsvMatchResult result;

    @BeforeAll
    static void match() {
        try (Workplace workplace = new Workplace(Optional.empty())) {
            result = new LabelledRuns(workplace).measure(1_000, FIGURES);
        }
        new ScoringRate(result, 1).measure(FIGURES);
        new IndexSearch(result, 200).measure(FIGURES);
    }

    private static double value(String name) {
        Map<String, Figure> byName =
                FIGURES.figures().stream().collect(Collectors.toMap(Figure::name, Function.identity()));
        assertThat(byName).containsKey(name);
        return byName.get(name).value().orElseThrow();
    }

    @Test
    void theTruthIsComparedWithPairsAndClusters() {
        assertThat(value("match 1,000: pairs completeness")).isBetween(0.9, 1.0);
        assertThat(value("match 1,000: recall")).isBetween(0.8, value("match 1,000: pairs completeness"));
        assertThat(value("match 1,000: precision")).isBetween(0.9, 1.0);
    }

    @Test
    void theRatioIsThatOfTheTwoRates() {
        double ratio = value("scoring 1,000: early exit on, memos built")
                / value("scoring 1,000: commons-text Jaro-Winkler, same names");
        assertThat(value("scoring 1,000: " + ScoringRate.RATIO))
                .isEqualTo(ratio)
                .isPositive();
    }

    @Test
    void searchTimesAreInOrder() {
        assertThat(value("one record against 1,000: median"))
                .isPositive()
                .isLessThanOrEqualTo(value("one record against 1,000: p99"));
        assertThat(value("one record against 1,000: p99"))
                .isLessThanOrEqualTo(value("one record against 1,000: slowest"));
    }

    @Test
    void anAlteredRecordForgetsOneAttributeAndMistypesAnother() {
        List<AttributeDefinition> attributes = List.of(text("a"), text("b"), text("c"));
        AttributeValues original = AttributeValues.of(
                Map.of("a", List.of("abcd"), "b", List.of("efgh"), "c", List.of("ijkl"), "derived", List.of("x")));
        for (long seed = 0; seed < 20; seed++) {
            AttributeValues altered = new AlteredRecords(result.table(), attributes, seed).altered(original);
            assertThat(altered.asMap()).hasSize(2).doesNotContainKey("derived");
            assertThat(altered.asMap().entrySet().stream()
                            .filter(each -> !original.all(each.getKey()).equals(each.getValue())))
                    .hasSize(1);
        }
    }

    private static AttributeDefinition text(String name) {
        return new AttributeDefinition(name, SemanticType.TEXT, "", false);
    }
}
