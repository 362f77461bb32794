package io.goldsmith.bench.connect;

import static io.goldsmith.bench.figure.Goal.atLeast;
import static io.goldsmith.bench.figure.Goal.atMost;

import io.goldsmith.bench.figure.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code bench connect} wants to be reached, by the names of its figures. */
final class ConnectGoals {

    static final String RATE = "extraction, rows per second";
    static final String RATIO = "extraction, rate against the same read and a bare insert of its rows";
    static final String MEMORY = "live heap at the end against a fifth of the way";

    static final String POLLED = "change in a polled source to the last target";
    static final String PUSHED = "push to the last target";

    /** The most heap of a hub that extracts, in MiB, however many rows there are. */
    static final int HEAP_MIB = 512;

    private static final double ROWS_PER_SECOND = 15_000;
    private static final double HALF = 0.5;
    private static final double FLAT = 1.2;
    private static final double POLLED_MS = 2_000;
    private static final double PUSHED_MS = 300;

    private ConnectGoals() {}

    /** Every goal. */
    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>();
        for (Extracted kind : Extracted.values()) {
            goals.add(atLeast(name(kind, ConnectScale.FULL.rows(), RATE), ROWS_PER_SECOND, "rows/s"));
            goals.add(atLeast(name(kind, ConnectScale.FULL.rows(), RATIO), HALF, "times"));
            goals.add(atMost(name(kind, ConnectScale.FULL.rows(), MEMORY), FLAT, "times"));
        }
        goals.add(atMost(POLLED + ", p99", POLLED_MS, "ms"));
        goals.add(atMost(PUSHED + ", p99", PUSHED_MS, "ms"));
        return goals;
    }

    /** The name of a figure of one kind of connector that extracts so many rows. */
    static String name(Extracted kind, long rows, String what) {
        return String.format(Locale.ROOT, "%s, %,d rows: %s", kind.word(), rows, what);
    }
}
