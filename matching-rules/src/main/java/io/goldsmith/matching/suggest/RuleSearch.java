package io.goldsmith.matching.suggest;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds blocking rules by measurement on a sample: what pairs each candidate brings, then, once likely matches are known, how many of
 * them. For one search.
 */
public final class RuleSearch {

    private static final int MOST_GENEROUS = 48;
    private static final double GENEROUS = 0.5;
    /** Training needs matches to be no rarity among the pairs: rules that bring more than this per record are left out of it. */
    private static final double DEAR = 1.2;

    private static final int MOST_OF_ONE_KIND = 1;
    private static final int LARGEST_BLOCK = 500;
    private static final int SMALLEST_BOUND = 20;

    private final SurveyedFiles files;
    private final PairMode mode;
    private final int threads;
    private final SuggestProgress progress;
    private final double budget;
    private List<MeasuredRule> measured = List.of();
    private int rulesMeasured;

    /** A search over the columns and records of some files. */
    public RuleSearch(SurveyedFiles files, PairMode mode, int threads, SuggestProgress progress) {
        this.files = files;
        this.mode = mode;
        this.threads = threads;
        this.progress = progress;
        this.budget = PairBudget.perRecord(files.records()) * files.records();
    }

    /** The most records of a block in the whole files. */
    public int maxBlockSize() {
        return LARGEST_BLOCK;
    }

    /** The most records of a block of the sample, so that its blocks are as those of the whole files. */
    public int maxBlockSizeOfSample() {
        return (int) Math.max(SMALLEST_BOUND, LARGEST_BLOCK / files.scale());
    }

    /**
     * Many rules of many kinds, the cheapest of each kind: together they find nearly every match, in more pairs than a run should compare.
     *
     * @throws MatchingException if no rule brings a pair
     */
    public List<BlockingRule> generous() {
        measure();
        List<BlockingRule> generous = new ArrayList<>();
        Map<Set<String>, Integer> kinds = new HashMap<>();
        double pairs = 0;
        for (MeasuredRule rule : byYield()) {
            boolean fits = pairs + rule.pairs() <= GENEROUS * budget;
            if (fits && generous.size() < MOST_GENEROUS && kinds.getOrDefault(rule.bases(), 0) < MOST_OF_ONE_KIND) {
                kinds.merge(rule.bases(), 1, Integer::sum);
                generous.add(rule.rule());
                pairs += rule.pairs();
            }
        }
        if (generous.isEmpty()) {
            throw new MatchingException(
                    "No two records agree on anything that few others share, so there is nothing to block on; "
                            + "check that the columns hold what tells customers apart, and whether --ignore names too many.");
        }
        return List.copyOf(generous);
    }

    /** Rules of one part first, since what they find nothing else may; then those that bring most pairs without bringing too many. */
    private List<MeasuredRule> byYield() {
        double dear = files.records() * DEAR;
        return measured.stream()
                .filter(rule -> rule.pairs() <= dear)
                .sorted(Comparator.comparing(
                                (MeasuredRule rule) -> rule.rule().keys().size() > 1)
                        .thenComparing(rule -> -rule.pairs())
                        .thenComparing(rule -> rule.rule().text()))
                .toList();
    }

    private void measure() {
        List<MeasuredRule> rules = new ArrayList<>();
        new RuleCandidates(files.design(), files.records(), this::pairs)
                .all().stream()
                        .filter(candidate -> candidate.pairs() > 0 && candidate.pairs() <= budget)
                        .forEach(candidate -> rules.add(new MeasuredRule(
                                candidate.rule(), candidate.bases(), candidate.pairs(), new BitSet())));
        rules.sort(Comparator.comparingDouble(MeasuredRule::pairs)
                .thenComparing(rule -> rule.rule().text()));
        measured = List.copyOf(rules);
    }

    /** How many pairs a rule brings in the whole files, by its blocks in the sample. */
    private double pairs(BlockingRule rule) {
        progress.advanced("measure", ++rulesMeasured, -1);
        var statistics = pairsOf(rule).statistics();
        // Pairs that were given up count too: a rule that gives up most of them is no good, however cheap the rest.
        return (statistics.pairBound() + statistics.givenUpPairs()) * files.scale() * files.scale();
    }

    private CandidatePairs pairsOf(BlockingRule rule) {
        RecordTable table = files.table();
        return CandidatePairs.of(table, Blocking.of(List.of(rule)), maxBlockSizeOfSample(), mode, threads);
    }

    /**
     * The rules that bring the most likely matches for their pairs.
     *
     * @param left the left rows of the likely matches
     * @param right their right rows, in the same order
     */
    public List<ChosenRule> choose(int[] left, int[] right) {
        List<MeasuredRule> rules = new ArrayList<>();
        for (int position = 0; position < measured.size(); position++) {
            progress.advanced("choose", position, measured.size());
            MeasuredRule rule = measured.get(position);
            CandidatePairs pairs = pairsOf(rule.rule());
            BitSet likely = new BitSet(left.length);
            IntStream.range(0, left.length)
                    .filter(pair -> pairs.isCandidate(left[pair], right[pair]))
                    .forEach(likely::set);
            rules.add(new MeasuredRule(rule.rule(), rule.bases(), rule.pairs(), likely));
        }
        return new RuleChoice(rules, left.length, budget).choose();
    }
}
