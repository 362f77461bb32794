package io.goldsmith.bench.connect;

import static io.goldsmith.bench.figure.Goal.atLeast;
import static io.goldsmith.bench.figure.Goal.atMost;

import io.goldsmith.bench.figure.Goal;
import java.util.ArrayList;
import java.util.List;

/** What {@code bench connect} wants to be reached, by the names of its figures. */
final class ConnectGoals {

    static final String RATE = "extraction, rows per second";
    static final String RATIO = "extraction, rate against the same read and a bare insert of its rows";
    static final String MEMORY = "live heap at the end against a fifth of the way";

    /** The most heap of a hub that extracts, in MiB, however many rows there are. */
    static final int HEAP_MIB = 512;

    private static final double ROWS_PER_SECOND = 15_000;
    private static final double HALF = 0.5;
    private static final double FLAT = 1.2;

    private ConnectGoals() {}

    /** Every goal. */
    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>();
        for (Extracted kind : Extracted.values()) {
            goals.add(atLeast(name(kind, RATE), ROWS_PER_SECOND, "rows/s"));
            goals.add(atLeast(name(kind, RATIO), HALF, "times"));
            goals.add(atMost(name(kind, MEMORY), FLAT, "times"));
        }
        return goals;
    }

    /** The name of a figure of one kind of connector. */
    static String name(Extracted kind, String what) {
        return kind.word() + ": " + what;
    }
}
