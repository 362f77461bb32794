package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;

/** Keeps what stewards said of sampled pairs. */
final class SampledPairs {

    private SampledPairs() {}

    /** What a person says of a pair. */
    enum Answer {
        MATCH,
        NO_MATCH,
        CANNOT_TELL;

        static Answer of(TaskState state) {
            return switch (state) {
                case ACCEPTED -> MATCH;
                case REJECTED -> NO_MATCH;
                case UNDECIDED -> CANNOT_TELL;
                default -> throw new IllegalArgumentException("A task that is " + state + " was not answered");
            };
        }
    }

    static void answer(Transaction transaction, long taskId, Answer answer, String steward, Instant now)
            throws SQLException {
        try (BulkWriter update = transaction.bulk(
                "update sampled_pair set answer = ?, answered_by = ?, answered_at = ? where task_id = ?")) {
            update.row(answer.name(), steward, now, taskId);
        }
    }
}
