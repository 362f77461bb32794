package io.goldsmith.connect.replicate;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a target compares with the hub. Every record that was read is in exactly one of equal, different, unknown, under way, not compared
 * and unreadable.
 *
 * @param target the target's name
 * @param elapsed how long it took
 * @param read records read from the target
 * @param equal as the hub would write them now
 * @param different with other values
 * @param missing landed and held to be there, but gone
 * @param tellsMissing whether what was read was all that the target has; if not, {@code missing} is 0 and says nothing
 * @param unknown in the target, never landed or held to be deleted
 * @param underWay different, but a delivery is on its way or waits for a steward, or was written after the target was read; no drift
 * @param notCompared waiting to be resolved, in quarantine, or different and of a restricted customer
 * @param unreadable could not be read as records
 * @param unreadableRows where the first three of those come from, and why they could not be read
 * @param columns column to how many records differ in it
 * @param drifted the first of the drifted records
 * @param repair what was done about them; empty if that was not asked for
 */
public record ReconciliationReport(
        String target,
        Duration elapsed,
        long read,
        long equal,
        long different,
        long missing,
        boolean tellsMissing,
        long unknown,
        long underWay,
        long notCompared,
        long unreadable,
        List<String> unreadableRows,
        SortedMap<String, Long> columns,
        List<Drift> drifted,
        Optional<Repair> repair) {

    /**
     * What a repair did.
     *
     * @param landed records whose state in the target was landed anew, since it is newer than what the hub had or the hub did not know it
     * @param deleted records that the target has no more, landed as deleted
     * @param enqueued deliveries of the golden state that were added to the ledger
     * @param left drifted records about which nothing could be done
     * @param message why records were left and what to do; empty if none were
     */
    public record Repair(long landed, long deleted, long enqueued, long left, String message) {}

    public ReconciliationReport {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        unreadableRows = List.copyOf(unreadableRows);
        drifted = List.copyOf(drifted);
    }

    /** How many records drifted. */
    public long drift() {
        return different + missing + unknown;
    }

    /** Whether hub and target agree, or will as soon as what was enqueued is delivered. */
    public boolean isSettled() {
        return drift() == 0 || repair.filter(done -> done.left() == 0).isPresent();
    }

    /** By the names under which a run shows them. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", read);
        counts.put("equal", equal);
        counts.put("different", different);
        counts.put("missing", missing);
        counts.put("unknown", unknown);
        counts.put("under-way", underWay);
        counts.put("not-compared", notCompared);
        counts.put("unreadable", unreadable);
        repair.ifPresent(done -> {
            counts.put("landed", done.landed());
            counts.put("deleted", done.deleted());
            counts.put("enqueued", done.enqueued());
            counts.put("left", done.left());
        });
        return counts;
    }
}
