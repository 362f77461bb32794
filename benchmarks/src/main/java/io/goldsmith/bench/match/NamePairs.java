package io.goldsmith.bench.match;

import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The given and family names of candidate pairs, ready as strings, so that commons-text is charged with nothing but its own calls. Pairs are
 * taken from ranges evenly over all of them, up to a bound.
 */
final class NamePairs {

    private static final int MOST_CALLS = 3_000_000;
    private static final List<String> NAMES = List.of("given_name", "family_name");

    private final List<String> lefts = new ArrayList<>();
    private final List<String> rights = new ArrayList<>();

    /** @param pairs how many candidate pairs there are in all */
    NamePairs(RecordTable table, CandidatePairs candidates, long pairs) {
        int step = (int) Math.max(1, Math.min(candidates.ranges(), NAMES.size() * pairs / MOST_CALLS));
        int[] columns = NAMES.stream().mapToInt(table::column).toArray();
        for (int range = 0; range < candidates.ranges() && lefts.size() < MOST_CALLS; range += step) {
            candidates.forEach(range, (left, right) -> {
                for (int column : columns) {
                    add(table.columns().get(column), table.code(column, left), table.code(column, right));
                }
            });
        }
    }

    private void add(Column column, int left, int right) {
        if (left != Column.MISSING && right != Column.MISSING) {
            lefts.add(column.values(left).get(0));
            rights.add(column.values(right).get(0));
        }
    }

    private NamePairs(NamePairs all) {
        for (int pair = 0; pair < all.lefts.size(); pair++) {
            if (!all.lefts.get(pair).equals(all.rights.get(pair))) {
                lefts.add(all.lefts.get(pair));
                rights.add(all.rights.get(pair));
            }
        }
    }

    /** Those whose names differ: equal texts commons-text answers without a look at their letters. */
    NamePairs differing() {
        return new NamePairs(this);
    }

    /** Compares all of them by commons-text, on every thread. */
    Threads.Work compare() {
        return Threads.run(System.nanoTime(), this::share);
    }

    private Callable<Long> share(int thread) {
        return () -> {
            JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
            int from = (int) ((long) lefts.size() * thread / Threads.COUNT);
            int to = (int) ((long) lefts.size() * (thread + 1) / Threads.COUNT);
            long calls = 0;
            for (int pair = from; pair < to; pair++) {
                // A similarity is never negative, but only who reads it makes the call count.
                calls += similarity.apply(lefts.get(pair), rights.get(pair)) >= 0 ? 1 : 0;
            }
            return calls;
        };
    }
}
