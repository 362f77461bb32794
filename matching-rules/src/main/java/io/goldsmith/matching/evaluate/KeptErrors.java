package io.goldsmith.matching.evaluate;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first of many errors in an order; however many there are, twice the kept ones are in memory at most. Not thread-safe. */
final class KeptErrors {

    private static final int MOST_KEPT = 20_000;
    private static final Comparator<LabelledError> BY_ROWS =
            Comparator.comparingInt(LabelledError::left).thenComparingInt(LabelledError::right);

    private final Comparator<LabelledError> order;
    private final List<LabelledError> kept = new ArrayList<>();

    private KeptErrors(Comparator<LabelledError> order) {
        this.order = order.thenComparing(BY_ROWS);
    }

    static KeptErrors heaviest() {
        return new KeptErrors(Comparator.comparingInt(LabelledError::weight).reversed());
    }

    static KeptErrors lightest() {
        return new KeptErrors(Comparator.comparingInt(LabelledError::weight));
    }

    void add(LabelledError error) {
        kept.add(error);
        if (kept.size() > 2 * MOST_KEPT) {
            kept.sort(order);
            kept.subList(MOST_KEPT, kept.size()).clear();
        }
    }

    /** The first of them, no two about the same cluster: the same mistake ten times tells no more than once. */
    List<LabelledError> first(int most, int[] clusters) {
        kept.sort(order);
        IntOpenHashSet met = new IntOpenHashSet();
        List<LabelledError> first = new ArrayList<>();
        for (int error = 0; error < kept.size() && first.size() < most; error++) {
            int left = clusters[kept.get(error).left()];
            int right = clusters[kept.get(error).right()];
            if (!met.contains(left) && !met.contains(right)) {
                first.add(kept.get(error));
                met.add(left);
                met.add(right);
            }
        }
        return first;
    }
}
