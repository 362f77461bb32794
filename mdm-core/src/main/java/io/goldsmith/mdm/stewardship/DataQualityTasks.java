package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.quality.QualityTasks;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;

/** The tasks of data quality in the work queue. Thread-safe. */
public final class DataQualityTasks implements QualityTasks {

    /** Below a possible duplicate of any weight: it waits without harm. */
    private static final int PRIORITY = 0;

    private final TaskOpening tasks;

    public DataQualityTasks(Store store) {
        this.tasks = new TaskOpening(store);
    }

    @Override
    public void open(Transaction transaction, String subject, long goldenId, String details) throws SQLException {
        tasks.open(transaction, TaskKind.DATA_QUALITY, subject, new GoldenId(goldenId), PRIORITY, details);
    }

    @Override
    public void close(Transaction transaction, String subject) throws SQLException {
        tasks.close(transaction, TaskKind.DATA_QUALITY, subject);
    }
}
