package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The records of one target that a reconciliation has come by: a table, so that memory does not grow with the target. */
final class ReconciledRecords {

    /** What a reconciliation has begun with a record. */
    enum Mark {
        /** It is there. */
        SEEN,
        /** Its state in the target was landed anew, and is looked at again once it is resolved. */
        LANDED,
        /** It is not there. */
        MISSING
    }

    private static final int PAGE = 5_000;

    private final Store store;
    private final String target;

    ReconciledRecords(Store store, String target) {
        this.store = store;
        this.target = target;
    }

    /** Forgets all, a page at a time. */
    void forget() {
        long forgotten;
        do {
            forgotten = store.inTransaction(transaction -> {
                try (PreparedStatement delete = transaction
                        .connection()
                        .prepareStatement("delete from reconciled_record where target = ? and record_key in (select"
                                + " record_key from reconciled_record where target = ? fetch first ? rows only)")) {
                    delete.setString(1, target);
                    delete.setString(2, target);
                    delete.setInt(3, PAGE);
                    return (long) delete.executeUpdate();
                }
            });
        } while (forgotten > 0);
    }

    /** Those of the keys that it has come by. */
    Set<String> of(Collection<String> keys) {
        return store.inTransaction(transaction -> {
            Set<String> found = new HashSet<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select s.record_key from unnest(?) as k(record_key)"
                            + " join reconciled_record s on s.target = ? and s.record_key = k.record_key")) {
                query.setArray(1, transaction.texts(keys));
                query.setString(2, target);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
            return found;
        });
    }

    /** Notes records that it has not come by yet. */
    void add(Collection<String> keys, Mark mark) {
        store.inTransaction(transaction -> {
            try (BulkWriter insert =
                    transaction.bulk("insert into reconciled_record (target, record_key, outcome) values (?, ?, ?)")) {
                for (String key : keys) {
                    insert.row(target, key, mark.name());
                }
            }
            return null;
        });
    }

    /** Notes more of records that it has come by. */
    void mark(Collection<String> keys, Mark mark) {
        store.inTransaction(transaction -> {
            try (BulkWriter update =
                    transaction.bulk("update reconciled_record set outcome = ? where target = ? and record_key = ?")) {
                for (String key : keys) {
                    update.row(mark.name(), target, key);
                }
            }
            return null;
        });
    }

    /** A page of the records with a mark, after a key. */
    List<String> page(Mark mark, String afterKey, int limit) {
        return store.inTransaction(transaction -> {
            List<String> keys = new ArrayList<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select record_key from reconciled_record where target = ? and record_key > ?"
                            + " and outcome = ? order by target, record_key fetch first ? rows only")) {
                query.setString(1, target);
                query.setString(2, afterKey);
                query.setString(3, mark.name());
                query.setInt(4, limit);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        keys.add(row.getString(1));
                    }
                }
            }
            return keys;
        });
    }
}
