package io.goldsmith.matching.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import io.goldsmith.matching.block.LargeBlock.Outcome;
import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CandidatePairsTest {

    private static List<List<Integer>> pairs(CandidatePairs candidates) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int range = 0; range < candidates.ranges(); range++) {
            candidates.forEach(range, (left, right) -> pairs.add(List.of(left, right)));
        }
        return pairs;
    }

    private static List<List<Integer>> pairsOnEightThreads(CandidatePairs candidates) {
        ConcurrentLinkedQueue<List<Integer>> pairs = new ConcurrentLinkedQueue<>();
        Workers.run(
                8,
                candidates.ranges(),
                range -> candidates.forEach(range, (left, right) -> pairs.add(List.of(left, right))));
        return List.copyOf(pairs);
    }

    private static boolean allows(RecordTable table, PairMode mode, int left, int right) {
        return mode == PairMode.LINK_AND_DEDUPE || table.sameSource(left, right) == (mode == PairMode.DEDUPE);
    }

    @Property(tries = 60)
    void bringsEachPairOnceAndCountsWhatItGivesUpAsByDefinition(
            @ForAll @IntRange(max = 100_000) int seed,
            @ForAll @IntRange(min = 1, max = 90) int records,
            @ForAll @IntRange(min = 1, max = 40) int maxBlockSize,
            @ForAll PairMode mode) {
        RecordTable table = Things.table(records, seed);
        CandidatePairs candidates =
                CandidatePairs.of(table, Blocking.of(Things.RULES), maxBlockSize, mode, seed % 2 == 0 ? 1 : 8);
        Set<List<Integer>> expected = new HashSet<>();
        List<Long> newPairs = new ArrayList<>();
        List<PlainBlocking> plain = new ArrayList<>();
        for (BlockingRule rule : Things.RULES) {
            PlainBlocking byDefinition = new PlainBlocking(table, mode, maxBlockSize, rule);
            plain.add(byDefinition);
            long before = expected.size();
            expected.addAll(byDefinition.pairs);
            newPairs.add(expected.size() - before);
        }
        assertThat(pairs(candidates)).doesNotHaveDuplicates().hasSameElementsAs(expected);
        List<RuleStatistics> rules = candidates.statistics().rules();
        assertThat(rules).extracting(RuleStatistics::pairs).isEqualTo(newPairs);
        assertThat(rules)
                .extracting(RuleStatistics::givenUpPairs)
                .isEqualTo(plain.stream()
                        .map(byDefinition -> byDefinition.givenUpPairs)
                        .toList());
        assertThat(rules)
                .extracting(RuleStatistics::refinedBlocks)
                .isEqualTo(plain.stream()
                        .map(byDefinition -> byDefinition.refinedBlocks)
                        .toList());
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.pairs()).isLessThanOrEqualTo(rule.pairBound());
            assertThat(rule.largestBlock()).isLessThanOrEqualTo(maxBlockSize);
            assertThat(rule.outgrownBlocks()).isZero();
        });
        assertThat(candidates.statistics().comparedPairs()).isEqualTo(expected.size());
    }

    @Property(tries = 60)
    void bringsWhatSharesAKeyOfTheSingleRecordsUnderARefinementOfOtherRecords(
            @ForAll @IntRange(max = 100_000) int seed,
            @ForAll @IntRange(min = 1, max = 90) int records,
            @ForAll @IntRange(min = 1, max = 12) int maxBlockSize,
            @ForAll PairMode mode) {
        RecordTable table = Things.table(records, seed);
        BlockingRefinement frozen = BlockingRefinement.of(Things.table(50, seed + 1L), Things.RULES, maxBlockSize);
        Blocking blocking = Blocking.of(Things.RULES, frozen);
        CandidatePairs candidates = CandidatePairs.of(table, blocking, maxBlockSize, mode, 2);
        List<Set<BlockingKey>> keys = new ArrayList<>();
        Map<BlockingKey, Integer> sizes = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            keys.add(new HashSet<>(blocking.keys(table.values(row))));
            keys.get(row).forEach(key -> sizes.merge(key, 1, Integer::sum));
        }
        keys.forEach(ofRow -> ofRow.removeIf(key -> sizes.get(key) > 10 * maxBlockSize));
        Set<List<Integer>> expected = new HashSet<>();
        for (int left = 0; left < table.size(); left++) {
            for (int right = left + 1; right < table.size(); right++) {
                boolean shares = keys.get(left).stream().anyMatch(keys.get(right)::contains);
                if (shares && allows(table, mode, left, right)) {
                    expected.add(List.of(left, right));
                }
                assertThat(candidates.isCandidate(right, left)).isEqualTo(shares && allows(table, mode, left, right));
            }
        }
        assertThat(pairsOnEightThreads(candidates)).doesNotHaveDuplicates().hasSameElementsAs(expected);
        assertThat(candidates.refinement()).isEqualTo(frozen);
        assertThat(candidates.statistics().outgrownBlocks())
                .isEqualTo(sizes.values().stream()
                        .filter(size -> size > maxBlockSize)
                        .count());
    }

    @Property(tries = 20)
    void bringsTheSameOnceItsRefinementIsFrozen(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 12) int maxBlockSize) {
        RecordTable table = Things.table(80, seed);
        CandidatePairs found =
                CandidatePairs.of(table, Blocking.of(Things.RULES), maxBlockSize, PairMode.LINK_AND_DEDUPE);
        CandidatePairs frozen = CandidatePairs.of(
                table, Blocking.of(Things.RULES, found.refinement()), maxBlockSize, PairMode.LINK_AND_DEDUPE);
        assertThat(pairs(frozen)).isEqualTo(pairs(found));
        assertThat(frozen.statistics()).isEqualTo(found.statistics());
        assertThat(BlockingRefinement.of(table, Things.RULES, maxBlockSize)).isEqualTo(found.refinement());
    }

    @Property(tries = 60)
    void handsOutTheWantedPairsOnceEachAndCountsNone(
            @ForAll @IntRange(max = 100_000) int seed,
            @ForAll @IntRange(min = 1, max = 90) int records,
            @ForAll @IntRange(min = 1, max = 40) int maxBlockSize,
            @ForAll @IntRange(min = 1, max = 4) int oneIn,
            @ForAll PairMode mode) {
        RecordTable table = Things.table(records, seed);
        CandidatePairs candidates = CandidatePairs.of(table, Blocking.of(Things.RULES), maxBlockSize, mode);
        List<List<Integer>> wanted = new ArrayList<>();
        for (int range = 0; range < candidates.ranges(); range++) {
            candidates.forEachWanted(
                    range,
                    (left, right) -> (left + right) % oneIn == 0,
                    (left, right) -> wanted.add(List.of(left, right)));
        }
        assertThat(candidates.statistics().comparedPairs()).isZero();
        assertThat(wanted)
                .isEqualTo(pairs(candidates).stream()
                        .filter(pair -> (pair.get(0) + pair.get(1)) % oneIn == 0)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(PairMode.class)
    void cutsALargeBlockIntoRangesAndStillBringsEachPairOnce(PairMode mode) {
        int records = 1500;
        List<BlockingRule> rules = List.of(Things.rule("colour"), Things.rule("colour:first-letter"));
        CandidatePairs candidates = CandidatePairs.of(Things.alike(records), Blocking.of(rules), records, mode);
        long within = 2 * (750L * 749 / 2);
        long across = 750L * 750;
        long expected = switch (mode) {
            case DEDUPE -> within;
            case LINK -> across;
            case LINK_AND_DEDUPE -> within + across;
        };
        assertThat(candidates.ranges()).isGreaterThan(20);
        assertThat(candidates.statistics().pairBound()).isEqualTo(2 * expected);
        assertThat(candidates.statistics().comparedPairs()).isZero();
        assertThat(pairsOnEightThreads(candidates)).doesNotHaveDuplicates().hasSize((int) expected);
        assertThat(candidates.statistics().rules())
                .extracting(RuleStatistics::pairs)
                .containsExactly(expected, 0L);
        assertThat(candidates.statistics().possiblePairs()).isEqualTo(expected);
        assertThat(candidates.statistics().reductionRatio()).isZero();
    }

    @Test
    void namesTheValueBehindTheLargestBlocksAndKeepsItOutOfTexts() {
        List<BlockingRule> rules = List.of(Things.rule("colour+colour:prefix:2", "shape:first-letter"));
        CandidatePairs candidates =
                CandidatePairs.of(Things.alike(20), Blocking.of(rules), 10, PairMode.LINK_AND_DEDUPE);
        assertThat(candidates.statistics().rules().get(0).largestBlocks())
                .containsExactly(
                        new LargeBlock("RED + RE", 20, Outcome.REFINED),
                        new LargeBlock("RED + RE + S", 20, Outcome.GIVEN_UP));
        assertThat(candidates.statistics().rules().get(0).givenUpPairs()).isEqualTo(190);
        assertThat(candidates.statistics().toString()).doesNotContain("RED");
    }

    @Test
    void makesABlockThatHasOutgrownTheBoundAndGivesItUpPastTenTimesTheBound() {
        List<BlockingRule> rules = List.of(Things.rule("colour"));
        Blocking frozen = Blocking.of(rules, BlockingRefinement.none());
        BlockingStatistics made = CandidatePairs.of(Things.alike(20), frozen, 2, PairMode.LINK_AND_DEDUPE)
                .statistics();
        assertThat(made.outgrownBlocks()).isEqualTo(1);
        assertThat(made.pairBound()).isEqualTo(190);
        BlockingStatistics past = CandidatePairs.of(Things.alike(21), frozen, 2, PairMode.LINK_AND_DEDUPE)
                .statistics();
        assertThat(past.outgrownBlocks()).isEqualTo(1);
        assertThat(past.pairBound()).isZero();
        assertThat(past.givenUpPairs()).isEqualTo(210);
    }

    @Test
    void bringsNothingFromNoRecordOrOne() {
        for (int records : new int[] {0, 1}) {
            CandidatePairs candidates = CandidatePairs.of(
                    Things.table(records, 1), Blocking.of(Things.RULES), 10, PairMode.LINK_AND_DEDUPE);
            assertThat(candidates.ranges()).isZero();
            assertThat(candidates.statistics().possiblePairs()).isZero();
        }
    }

    @Test
    void refusesABoundBelowOne() {
        RecordTable table = Things.table(3, 1);
        Blocking blocking = Blocking.of(Things.RULES);
        assertThatThrownBy(() -> CandidatePairs.of(table, blocking, 0, PairMode.LINK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max-block-size");
    }

    @Test
    void handsOutTheSameOrderOfPairsOnEveryNumberOfThreads() {
        RecordTable table = Things.table(300, 5);
        List<List<List<Integer>>> runs = IntStream.of(1, 3, 8)
                .mapToObj(threads -> pairs(
                        CandidatePairs.of(table, Blocking.of(Things.RULES), 20, PairMode.LINK_AND_DEDUPE, threads)))
                .toList();
        assertThat(runs.get(1)).isEqualTo(runs.get(0)).isNotEmpty();
        assertThat(runs.get(2)).isEqualTo(runs.get(0));
    }
}
