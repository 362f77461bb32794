package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Notes which golden records the source records leave, so that erasure finds the past versions that hold their values. */
final class FormerReferences {

    private final Map<Long, Long> left = new TreeMap<>();

    /** Notes the golden record that a record had, unless it still has it. */
    void noteUnlessIn(long goldenId, long recordId, CurrentResults.Reference known) {
        if (known.goldenId() != goldenId) {
            left.put(recordId, known.goldenId());
        }
    }

    /** Notes the golden record that a departed record had, if it had one. */
    void noteDeparted(long recordId, CurrentResults current) {
        CurrentResults.Reference known = current.references().get(recordId);
        if (known != null) {
            left.put(recordId, known.goldenId());
        }
    }

    void write(Transaction transaction, Instant now) throws SQLException {
        try (BulkWriter delete =
                        transaction.bulk("delete from former_reference where record_id = ? and golden_id = ?");
                BulkWriter insert = transaction.bulk(
                        "insert into former_reference (record_id, golden_id, left_at) values (?, ?, ?)")) {
            for (Map.Entry<Long, Long> row : left.entrySet()) {
                delete.row(row.getKey(), row.getValue());
            }
            delete.flush();
            for (Map.Entry<Long, Long> row : left.entrySet()) {
                insert.row(row.getKey(), row.getValue(), now);
            }
        }
    }
}
