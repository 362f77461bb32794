package io.goldsmith.matching.evaluate;

import it.unimi.dsi.fastutil.longs.Long2BooleanMap;
import it.unimi.dsi.fastutil.longs.Long2BooleanOpenHashMap;
import java.util.Optional;

/** Labels that tell of some pairs whether they match. */
final class PairLabels extends Labels {

    private final Long2BooleanOpenHashMap pairs;

    PairLabels(Long2BooleanOpenHashMap pairs) {
        this.pairs = pairs;
    }

    static long pair(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }

    private static int left(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    @Override
    public Evaluation evaluate(int[] clusters) {
        long right = 0;
        long wrong = 0;
        long missed = 0;
        for (Long2BooleanMap.Entry label : pairs.long2BooleanEntrySet()) {
            boolean isJoined = clusters[left(label.getLongKey())] == clusters[(int) label.getLongKey()];
            right += isJoined && label.getBooleanValue() ? 1 : 0;
            wrong += isJoined && !label.getBooleanValue() ? 1 : 0;
            missed += !isJoined && label.getBooleanValue() ? 1 : 0;
        }
        // Labels of pairs say nothing of whole clusters, so the B-cubed shares are those of the pairs.
        return new Evaluation(
                right,
                wrong,
                missed,
                Evaluation.share(right, right + wrong),
                Evaluation.share(right, right + missed),
                0,
                0);
    }

    @Override
    public Optional<Boolean> match(int left, int right) {
        long pair = pair(left, right);
        return pairs.containsKey(pair) ? Optional.of(pairs.get(pair)) : Optional.empty();
    }

    @Override
    public long matches() {
        return pairs.values().stream().filter(match -> match).count();
    }

    @Override
    void forEachMatch(long stride, PairTaker taker) {
        long[] sorted = pairs.keySet().longStream().filter(pairs::get).sorted().toArray();
        for (long position = 0; position < sorted.length; position += stride) {
            long pair = sorted[(int) position];
            taker.accept(left(pair), (int) pair);
        }
    }
}
