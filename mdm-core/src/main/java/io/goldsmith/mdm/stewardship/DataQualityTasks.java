package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.quality.QualityTasks;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The tasks of data quality in the work queue. Thread-safe. */
public final class DataQualityTasks implements QualityTasks {

    private static final String KIND = TaskKind.DATA_QUALITY.name();

    /** Below a possible duplicate of any weight: it waits without harm. */
    private static final int PRIORITY = 0;

    private final Store store;

    public DataQualityTasks(Store store) {
        this.store = store;
    }

    @Override
    public void open(Transaction transaction, String subject, long goldenId, String details) throws SQLException {
        try (BulkWriter reopen = transaction.bulk("update stewardship_task set state = 'OPEN', golden_id = ?,"
                        + " details = ?, closed_at = null, closed_by = null, revision = revision + 1"
                        + " where kind = ? and subject = ?");
                BulkWriter insert = transaction.bulk("insert into stewardship_task (id, kind, subject, golden_id,"
                        + " priority, state, details, created_at, revision)"
                        + " values (?, ?, ?, ?, ?, 'OPEN', ?, ?, 1)")) {
            reopen.row(goldenId, details, KIND, subject);
            reopen.flush();
            if (reopen.changed() == 0) {
                insert.row(store.ids("entry_id").next(), KIND, subject, goldenId, PRIORITY, details, now());
            }
        }
    }

    @Override
    public void close(Transaction transaction, String subject) throws SQLException {
        try (BulkWriter close = transaction.bulk("update stewardship_task set state = 'OBSOLETE', closed_at = ?,"
                + " revision = revision + 1 where kind = ? and subject = ? and state = 'OPEN'")) {
            close.row(now(), KIND, subject);
        }
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
