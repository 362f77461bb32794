package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers how the blocking keys of records change, and writes it in the order of their primary key. */
final class KeyChanges {

    private final boolean onlyDifferences;
    private final SortedSet<Row> gone = new TreeSet<>();
    private final SortedSet<Row> added = new TreeSet<>();

    /** In the order of the primary key. */
    private record Row(int rule, long value, long recordId) implements Comparable<Row> {

        private static final Comparator<Row> ORDER =
                Comparator.comparingInt(Row::rule).thenComparingLong(Row::value).thenComparingLong(Row::recordId);

        static Row of(BlockingKey key, long recordId) {
            return new Row(key.rule(), key.value(), recordId);
        }

        @Override
        public int compareTo(Row that) {
            return ORDER.compare(this, that);
        }
    }

    /**
     * @param onlyDifferences whether the keys that records had are stored for certain, so that those that stay need not be written
     */
    KeyChanges(boolean onlyDifferences) {
        this.onlyDifferences = onlyDifferences;
    }

    /** Gives a record other keys. */
    void change(long recordId, List<BlockingKey> before, List<BlockingKey> after) {
        Set<BlockingKey> old = new HashSet<>(before);
        Set<BlockingKey> fresh = new HashSet<>(after);
        for (BlockingKey key : before) {
            if (!onlyDifferences || !fresh.contains(key)) {
                gone.add(Row.of(key, recordId));
            }
        }
        for (BlockingKey key : after) {
            if (!onlyDifferences || !old.contains(key)) {
                added.add(Row.of(key, recordId));
            }
        }
    }

    void write(Transaction transaction) throws SQLException {
        try (BulkWriter delete =
                transaction.bulk("delete from blocking_key where rule_number = ? and key_hash = ? and record_id = ?")) {
            for (Row row : gone) {
                delete.row(row.rule, row.value, row.recordId);
            }
        }
        try (RowWriter insert = transaction.insert("blocking_key", "rule_number", "key_hash", "record_id")) {
            for (Row row : added) {
                insert.row(row.rule, row.value, row.recordId);
            }
        }
    }
}
