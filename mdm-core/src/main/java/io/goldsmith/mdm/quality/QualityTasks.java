package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;

/** How assessments ask a person about a golden record: what quality needs of stewardship, which knows quality and not the reverse. */
public interface QualityTasks {

    /**
     * Opens a task of data quality in the caller's transaction.
     *
     * @param subject what it is about, at most 128 characters, the same each time
     * @param goldenId the golden record that the source record belongs to
     * @param details rule and reason, without values
     */
    void open(Transaction transaction, String subject, long goldenId, String details) throws SQLException;

    /** Closes the task of a subject, if it waits: what it asked has been answered by a change of the data. */
    void close(Transaction transaction, String subject) throws SQLException;
}
