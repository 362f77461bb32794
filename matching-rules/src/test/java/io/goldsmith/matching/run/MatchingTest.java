package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.LinkDecision;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.ComparisonExplanation;
import io.goldsmith.matching.score.PairExplanation;
import io.goldsmith.matching.score.PairScore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final MatchSettings SETTINGS = People.settings(10_000);

    private static Matching matching(RecordTable table) {
        MatchModel model = MatchModel.fromSettings(SETTINGS).frozenOn(table, SETTINGS);
        return Matching.of(People.ATTRIBUTES, SETTINGS, model);
    }

    private static List<String> texts(RecordTable table, ScoredPairs pairs) {
        List<String> texts = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            texts.add(table.id(pairs.left(pair)) + " " + table.id(pairs.right(pair)) + " " + pairs.weight(pair));
        }
        return texts;
    }

    private static ScoredPairs scored(RecordTable table, int threads) {
        return matching(table)
                .scorePairs(table, new MatchOptions(PairMode.LINK_AND_DEDUPE, threads), MatchProgress.NONE);
    }

    @Property(tries = 15)
    void scoresWhatSharesAKeyAndReachesTheReviewThresholdAndNothingElse(@ForAll @IntRange(max = 1000) int seed) {
        RecordTable table = People.table(People.records(60, seed), 1);
        Matching matching = matching(table);
        List<String> expected = new ArrayList<>();
        long compared = 0;
        for (int left = 0; left < table.size(); left++) {
            for (int right = left + 1; right < table.size(); right++) {
                AttributeValues one = table.values(left);
                AttributeValues other = table.values(right);
                if (!Collections.disjoint(matching.blockingKeys(one), matching.blockingKeys(other))) {
                    compared++;
                    PairScore score = matching.score(one, List.of(other)).get(0);
                    if (score.weight() >= matching.thresholds().review()) {
                        expected.add(table.id(left) + " " + table.id(right) + " " + score.weight());
                    }
                }
            }
        }
        ScoredPairs pairs = matching.scorePairs(table, MatchOptions.defaults(), MatchProgress.NONE);
        assertThat(texts(table, pairs)).isEqualTo(expected);
        assertThat(pairs.statistics().comparedPairs()).isEqualTo(compared);
        assertThat(pairs.statistics().givenUpPairs()).isZero();
    }

    @Property(tries = 8)
    void givesTheSameOnManyThreadsAndForShuffledInput(@ForAll @IntRange(max = 1000) int seed) {
        Map<RecordId, AttributeValues> records = People.records(300, seed);
        RecordTable table = People.table(records, 1);
        RecordTable shuffled = People.table(records, 2);
        ScoredPairs one = scored(table, 1);
        ScoredPairs eight = scored(shuffled, 8);
        assertThat(texts(shuffled, eight)).isEqualTo(texts(table, one)).isNotEmpty();
        assertThat(matching(shuffled).cluster(shuffled, eight, List.of()))
                .isEqualTo(matching(table).cluster(table, one, List.of()));
    }

    @Property(tries = 20)
    void scoresAndExplainsBothWaysRoundAlike(@ForAll @IntRange(max = 1000) int seed) {
        RecordTable table = People.table(People.records(20, seed), 1);
        Matching matching = matching(table);
        AttributeValues one = table.values(0);
        AttributeValues other = table.values(1);
        PairExplanation explanation = matching.explain(one, other);
        int sum = explanation.comparisons().stream()
                .mapToInt(ComparisonExplanation::weight)
                .sum();
        assertThat(explanation.priorWeight() + sum)
                .isEqualTo(explanation.score().weight());
        assertThat(matching.explain(other, one).score()).isEqualTo(explanation.score());
        assertThat(matching.score(one, List.of(other))).containsExactly(explanation.score());
    }

    @Test
    void looksAtPairsAcrossSourcesAloneWhenLinking() {
        RecordTable table = People.table(People.records(200, 1), 1);
        ScoredPairs pairs = matching(table).scorePairs(table, new MatchOptions(PairMode.LINK, 2), MatchProgress.NONE);
        ScoredPairs within =
                matching(table).scorePairs(table, new MatchOptions(PairMode.DEDUPE, 2), MatchProgress.NONE);
        for (int pair = 0; pair < pairs.size(); pair++) {
            assertThat(table.sameSource(pairs.left(pair), pairs.right(pair))).isFalse();
        }
        assertThat(pairs.size()).isPositive();
        assertThat(pairs.size() + within.size()).isEqualTo(scored(table, 2).size());
    }

    @Test
    void countsWhatItGivesUpInBlocksAboveTheBound() {
        RecordTable table = People.table(People.records(200, 1), 1);
        Matching bounded = Matching.of(People.ATTRIBUTES, People.settings(5));
        ScoredPairs pairs = bounded.scorePairs(table, MatchOptions.defaults(), MatchProgress.NONE);
        assertThat(pairs.statistics().givenUpPairs()).isPositive();
        assertThat(pairs.statistics().rules().get(0).refinedBlocks()).isPositive();
        assertThat(pairs.statistics().rules())
                .allSatisfy(rule -> assertThat(rule.largestBlock()).isLessThanOrEqualTo(5));
    }

    @Test
    void neverJoinsRowsWithDifferentExclusiveIdentifiersNorPartedOnes() {
        RecordTable table = People.table(People.records(300, 3), 1);
        Matching matching = matching(table);
        ScoredPairs pairs = scored(table, 2);
        int[] free = matching.cluster(table, pairs, List.of());
        int joined = 0;
        while (free[joined] == joined) {
            joined++;
        }
        int parted = free[joined];
        int[] clusters = matching.cluster(table, pairs, List.of(new LinkDecision(joined, parted, false)));
        assertThat(clusters[joined]).isNotEqualTo(clusters[parted]);
        int siren = table.column("siren");
        int[] known = new int[table.size()];
        for (int row = 0; row < table.size(); row++) {
            int code = table.code(siren, row);
            if (code != 0) {
                assertThat(known[clusters[row]]).isIn(0, code);
                known[clusters[row]] = code;
            }
            assertThat(clusters[row]).isLessThanOrEqualTo(row);
        }
    }

    @Test
    void joinsWhatAPersonLinkedWhateverTheScore() {
        RecordTable table = People.table(People.records(50, 3), 1);
        int[] clusters =
                matching(table).cluster(table, ScoredPairs.builder().build(), List.of(new LinkDecision(7, 40, true)));
        assertThat(clusters[40]).isEqualTo(7);
    }

    @Test
    void givesNoKeyForARuleOfWhichAPartIsMissing() {
        Matching matching = Matching.of(People.ATTRIBUTES, SETTINGS);
        AttributeValues onlyGiven = AttributeValues.of(Map.of("given", List.of("ANNE")));
        assertThat(matching.blockingKeys(onlyGiven)).isEmpty();
        AttributeValues phones = AttributeValues.of(Map.of("phone", List.of("+33612345678", "+33612345679")));
        assertThat(matching.blockingKeys(phones))
                .hasSize(2)
                .extracting(BlockingKey::rule)
                .containsOnly(1);
    }

    @Test
    void refusesSettingsThatDoNotFitTheAttributesWithEveryProblem() {
        assertThatThrownBy(() -> Matching.of(List.of(), SETTINGS))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("\"family\"")
                .hasMessageContaining("\"born\"");
    }
}
