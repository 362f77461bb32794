package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Keeps the comments of tasks: they are added and read, never changed. */
final class TaskComments {

    private final Store store;

    TaskComments(Store store) {
        this.store = store;
    }

    void add(Transaction transaction, long taskId, String author, String text) throws SQLException {
        try (BulkWriter insert = transaction.bulk(
                "insert into task_comment (id, task_id, author, written_at, content) values (?, ?, ?, ?, ?)")) {
            insert.row(
                    store.ids("entry_id").next(),
                    taskId,
                    author,
                    store.clock().instant().truncatedTo(ChronoUnit.MICROS),
                    text);
        }
    }

    /** The newest 200, in the order in which they were written. */
    List<TaskComment> of(Transaction transaction, long taskId) throws SQLException {
        List<TaskComment> comments = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select author, written_at, content from task_comment where task_id = ?"
                        + " order by id desc fetch first 200 rows only")) {
            query.setLong(1, taskId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    comments.add(
                            0,
                            new TaskComment(
                                    row.getString(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    row.getString(3)));
                }
            }
        }
        return comments;
    }
}
