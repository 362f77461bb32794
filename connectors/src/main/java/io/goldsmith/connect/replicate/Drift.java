package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One record that is not in the target as the hub has it.
 *
 * @param kind in what way
 * @param key its key in the target
 * @param goldenId the golden record that it belongs to; empty if it belongs to none
 * @param columns the columns that differ, of a different record; with both values only where they were asked for
 * @param ledger where its newest delivery stands and why; empty if it has none
 */
public record Drift(
        Kind kind,
        String key,
        Optional<GoldenId> goldenId,
        SortedMap<String, Optional<Difference>> columns,
        String ledger) {

    /** In what way a record drifted. */
    public enum Kind {
        /** Other values than the hub would write now. */
        DIFFERENT,
        /** The hub has landed it and holds it to be there, but the target has it no more. */
        MISSING,
        /** The target has it, but the hub never landed it, or holds it to be deleted. */
        UNKNOWN
    }

    public Drift {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /** Which record and columns: values are personal data. */
    @Override
    public String toString() {
        return "Drift[" + kind + " " + key + " " + columns.keySet() + "]";
    }
}
