package io.goldsmith.bench.hub;

import static io.goldsmith.bench.figure.Goal.atLeast;
import static io.goldsmith.bench.figure.Goal.atMost;

import io.goldsmith.bench.figure.Goal;
import java.util.List;
import java.util.Locale;

/** What {@code bench hub} wants to be reached, by the names of its figures. */
final class HubGoals {

    /** The most heap of a hub under measure, in GiB, however many records it loads. */
    static final int HEAP_GIB = 2;

    /** Every goal. */
    static final List<Goal> ALL = List.of(
            atLeast(name(HubDatabase.POSTGRESQL, HubScale.MILLION, Batch.RATE), 6_000, "records/s"),
            atMost(name(HubDatabase.POSTGRESQL, HubScale.MILLION, BareCopy.RATIO), 3, "times"),
            atMost(name(HubDatabase.POSTGRESQL, HubScale.MILLION, HubRuns.HEAP), HEAP_GIB, "GiB"),
            atLeast(name(HubDatabase.POSTGRESQL, HubScale.MILLION, Upserts.RATE), 500, "upserts/s"),
            atMost(name(HubDatabase.POSTGRESQL, HubScale.MILLION, Upserts.P99), 50, "ms"),
            atMost(name(HubDatabase.POSTGRESQL, HubScale.MILLION, Searches.P99), 20, "ms"));

    private HubGoals() {}

    /** The name of a figure of a hub with so many source records. */
    static String name(HubDatabase database, long records, String what) {
        return String.format(Locale.ROOT, "%s, %,d: %s", database.word(), records, what);
    }
}
