package io.goldsmith.matching.run;

import io.goldsmith.matching.cluster.ScoredPairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the few pairs whose weight is nearest to a threshold, by half bits; among equally near ones an order decides. */
final class NearestPairs {

    private static final int EQUALLY_NEAR = 5_000;

    private final int most;
    private final Comparator<Integer> nearestFirst;
    private final List<Integer> kept = new ArrayList<>();

    NearestPairs(ScoredPairs pairs, int threshold, int most, SampleOrder order) {
        this.most = most;
        this.nearestFirst = Comparator.comparingInt(
                        (Integer pair) -> Math.abs(pairs.weight(pair) - threshold) / EQUALLY_NEAR)
                .thenComparingLong(pair -> order.drawn(pairs.left(pair), pairs.right(pair)))
                .thenComparing(Comparator.naturalOrder());
    }

    void offer(int pair) {
        if (kept.size() == most && nearestFirst.compare(pair, kept.get(most - 1)) >= 0) {
            return;
        }
        kept.add(pair);
        kept.sort(nearestFirst);
        if (kept.size() > most) {
            kept.remove(most);
        }
    }

    List<Integer> pairs() {
        return List.copyOf(kept);
    }
}
