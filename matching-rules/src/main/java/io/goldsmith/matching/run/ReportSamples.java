package io.goldsmith.matching.run;

import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.report.MatchReport;
import io.goldsmith.matching.report.MatchReport.SamplePair;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.matching.score.PairScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers a report from the outcome of a run; a seed chooses among pairs that are equally near a threshold. */
final class ReportSamples {

    private static final int PAIRS_PER_SIDE = 10;
    private static final int NEAR = 3 * MatchWeight.UNITS_PER_BIT;
    private static final int FARTHEST = 100 * MatchWeight.UNITS_PER_BIT;

    private final CsvMatchResult result;
    private final long seed;

    ReportSamples(CsvMatchResult result, long seed) {
        this.result = result;
        this.seed = seed;
    }

    MatchReport report(Optional<Evaluation> evaluation) {
        int automatic = result.matching().thresholds().automatic();
        SortedMap<Integer, Long> weights = new TreeMap<>();
        long matches = 0;
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            int weight = result.pairs().weight(pair);
            weights.merge(Math.floorDiv(weight, MatchWeight.UNITS_PER_BIT), 1L, Long::sum);
            matches += weight >= automatic ? 1 : 0;
        }
        return new MatchReport(
                result.table().size(),
                result.clusterCount(),
                matches,
                result.pairs().size() - matches,
                MatchWeight.toBits(automatic),
                MatchWeight.toBits(result.matching().thresholds().review()),
                result.pairs().statistics(),
                weights,
                clusterSizes(),
                result.rejectedLines(),
                result.valueProblems(),
                evaluation,
                samples(automatic));
    }

    private SortedMap<Integer, Long> clusterSizes() {
        int[] sizes = new int[result.clusters().length];
        for (int cluster : result.clusters()) {
            sizes[cluster]++;
        }
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int size : sizes) {
            if (size > 0) {
                counts.merge(size, 1L, Long::sum);
            }
        }
        return counts;
    }

    private List<SamplePair> samples(int automatic) {
        List<Integer> above = new ArrayList<>();
        List<Integer> below = new ArrayList<>();
        for (int width = NEAR; above.isEmpty() && width <= FARTHEST; width *= 3) {
            gather(automatic, automatic + width, above);
        }
        gather(result.matching().thresholds().review(), automatic, below);
        PairScorer scorer = result.matching().scorer(result.table());
        List<SamplePair> samples = new ArrayList<>();
        for (List<Integer> side : List.of(above, below)) {
            side.stream()
                    .sorted(Comparator.comparingLong(this::drawn).thenComparing(Comparator.naturalOrder()))
                    .limit(PAIRS_PER_SIDE)
                    .sorted(Comparator.comparingInt(
                                    (Integer pair) -> result.pairs().weight(pair))
                            .reversed())
                    .forEach(pair -> samples.add(sample(scorer, pair)));
        }
        return samples;
    }

    private SamplePair sample(PairScorer scorer, int pair) {
        int left = result.pairs().left(pair);
        int right = result.pairs().right(pair);
        return new SamplePair(
                result.table().id(left).toString(), result.table().id(right).toString(), scorer.explain(left, right));
    }

    private void gather(int from, int below, List<Integer> pairs) {
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            int weight = result.pairs().weight(pair);
            if (weight >= from && weight < below) {
                pairs.add(pair);
            }
        }
    }

    /** A number that the seed and the pair's ids decide, and nothing else. */
    private long drawn(int pair) {
        long hash = seed * 0x9E3779B97F4A7C15L;
        String ids = result.table().id(result.pairs().left(pair)) + "\n"
                + result.table().id(result.pairs().right(pair));
        for (int position = 0; position < ids.length(); position++) {
            hash = (hash ^ ids.charAt(position)) * 0x100000001b3L;
        }
        return (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    }
}
