package io.goldsmith.bench.match;

import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.run.CsvMatchResult;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.score.PairScorer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many candidate pairs are scored per second on every processor: the pairs handed out, the scorer and its memos built, all comparisons
 * of the model. Beside it, on the same processors in the same run, single calls of commons-text's Jaro-Winkler on the names of these pairs.
 */
final class ScoringRate {

    /** What the figure with a target measures. */
    static final String RATIO = "pairs/s, ratio to calls/s of commons-text";

    /** The weight of a pair by a scorer, with or without early exit. */
    @FunctionalInterface
    private interface Scoring {
        int weight(PairScorer scorer, int left, int right);
    }

    private final Matching matching;
    private final RecordTable table;
    private final CandidatePairs candidates;
    private final int rounds;

    ScoringRate(CsvMatchResult result, int rounds) {
        this.matching = result.matching();
        this.table = result.table();
        this.candidates = LabelledRuns.candidates(result);
        this.rounds = rounds;
    }

    /** The name of a figure of a table of so many records. */
    static String name(long records, String what) {
        return String.format(Locale.ROOT, "scoring %,d: %s", records, what);
    }

    void measure(FigureList figures) {
        int records = table.size();
        double[] early = new double[rounds];
        double[] whole = new double[rounds];
        double[] reference = new double[rounds];
        double[] ofDiffering = new double[rounds];
        NamePairs names = new NamePairs(
                table, candidates, score(PairScorer::weightFromReview).count());
        NamePairs differing = names.differing();
        names.compare();
        differing.compare();
        for (int round = 0; round < rounds; round++) {
            early[round] = score(PairScorer::weightFromReview).perSecond();
            whole[round] = score(PairScorer::weight).perSecond();
            reference[round] = names.compare().perSecond();
            ofDiffering[round] = differing.compare().perSecond();
        }
        figures.more(name(records, "early exit on, memos built"), median(early), "pairs/s");
        figures.more(name(records, "early exit off, memos built"), median(whole), "pairs/s");
        figures.more(name(records, "commons-text Jaro-Winkler, same names"), median(reference), "calls/s");
        figures.more(name(records, "commons-text, those of the names that differ"), median(ofDiffering), "calls/s");
        figures.more(name(records, RATIO), median(early) / median(reference), "times");
        figures.more(name(records, RATIO + ", names that differ"), median(early) / median(ofDiffering), "times");
        figures.more(name(records, RATIO + ", early exit off"), median(whole) / median(reference), "times");
    }

    private Threads.Work score(Scoring scoring) {
        long start = System.nanoTime();
        PairScorer scorer = matching.batchScorer(table);
        AtomicInteger next = new AtomicInteger();
        return Threads.run(start, thread -> share(scorer.forThread(), next, scoring));
    }

    private Callable<Long> share(PairScorer scorer, AtomicInteger next, Scoring scoring) {
        return () -> {
            Counting counting = new Counting(scorer, scoring);
            for (int range = next.getAndIncrement(); range < candidates.ranges(); range = next.getAndIncrement()) {
                candidates.forEach(range, counting);
            }
            return counting.pairs;
        };
    }

    /** Scores pairs as the batch does, and counts them. */
    private static final class Counting implements CandidatePairs.PairConsumer {

        private final PairScorer scorer;
        private final Scoring scoring;
        private long pairs;

        Counting(PairScorer scorer, Scoring scoring) {
            this.scorer = scorer;
            this.scoring = scoring;
        }

        @Override
        public void expect(int[] rows, int from, int to) {
            scorer.fetch(rows, from, to);
        }

        @Override
        public void accept(int left, int right) {
            // No weight is so great, but only who reads it makes the pair count.
            pairs += scoring.weight(scorer, left, right) < Integer.MAX_VALUE ? 1 : 0;
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
