package io.goldsmith.app.console;

import java.util.SortedMap;

/**
 * How many records a hub holds.
 *
 * @param bySource live source records by source system
 * @param pending source records that wait to be resolved
 * @param linked source records that have a golden record
 * @param golden active golden records
 */
record Census(SortedMap<String, Long> bySource, long pending, long linked, long golden) {

    public long sourceRecords() {
        return bySource.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Source records that were found to be another record's customer. */
    public long duplicates() {
        return Math.max(0, linked - golden);
    }
}
