package io.goldsmith.connect.scale;

import io.goldsmith.mdm.source.LandingCounts;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What was landed of which batch, and how far each partition is: the only place that knows their tables. */
final class LandedParts {

    static final int LONGEST_FAILURE = 512;

    /** How long parts are kept whose batch nobody asks for: whoever waited was stopped. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Store store;

    LandedParts(Store store) {
        this.store = store;
    }

    /**
     * What is known of a batch.
     *
     * @param deliveries how many of it are landed or failed
     * @param failure why a part of it is not landed; empty if none failed
     */
    record Progress(long deliveries, LandingCounts counts, String failure) {}

    Progress of(String batch) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select coalesce(sum(deliveries), 0), coalesce(sum(landed), 0),"
                            + " coalesce(sum(unchanged), 0), coalesce(sum(stale), 0), coalesce(sum(quarantined), 0),"
                            + " coalesce(sum(suppressed), 0), coalesce(max(failure), '') from landed_part"
                            + " where batch_id = ?")) {
                query.setString(1, batch);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return new Progress(
                            row.getLong(1),
                            new LandingCounts(
                                    row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)),
                            row.getString(7));
                }
            }
        });
    }

    /** Takes a batch out that nobody waits for any more, and what was left by whoever was stopped while waiting. */
    void forget(String batch) {
        store.inTransaction(transaction -> {
            try (PreparedStatement delete = transaction
                    .connection()
                    .prepareStatement("delete from landed_part where batch_id = ? or landed_at < ?")) {
                delete.setString(1, batch);
                delete.setObject(2, store.clock().instant().minus(KEPT).atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    /** How far the partitions of a topic are, by partition; those of which nothing was landed yet are left out. */
    Map<Integer, Long> offsets(String topicId) {
        return store.inTransaction(transaction -> {
            Map<Integer, Long> offsets = new HashMap<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select part, next_offset from landing_offset where topic_id = ?")) {
                query.setString(1, topicId);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        offsets.put(row.getInt(1), row.getLong(2));
                    }
                }
            }
            return offsets;
        });
    }

    /**
     * Moves on in a partition, in the transaction of the landing.
     *
     * @throws PartTakenException if another node has moved on in it since
     */
    void advance(Transaction transaction, String topicId, Portion.Step step) throws SQLException {
        String sql = step.isFirst()
                ? "insert into landing_offset (next_offset, topic_id, part) select t.n, t.id, t.p from (select cast(? as bigint)"
                        + " as n, cast(? as varchar(64)) as id, cast(? as int) as p) t where not exists"
                        + " (select 1 from landing_offset o where o.topic_id = t.id and o.part = t.p)"
                : "update landing_offset set next_offset = ? where topic_id = ? and part = ? and next_offset = ?";
        try (PreparedStatement move = transaction.connection().prepareStatement(sql)) {
            move.setLong(1, step.next());
            move.setString(2, topicId);
            move.setInt(3, step.part());
            if (!step.isFirst()) {
                move.setLong(4, step.from());
            }
            if (move.executeUpdate() == 0) {
                throw new PartTakenException(step.part());
            }
        }
    }

    /** Notes what became of a portion, in the transaction of its landing. */
    void note(Transaction transaction, Portion portion, LandingCounts counts, String failure) throws SQLException {
        Portion.Step last = portion.lastStep();
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(
                        "insert into landed_part (batch_id, part, next_offset, deliveries, landed, unchanged,"
                                + " stale, quarantined, suppressed, failure, landed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, portion.batch());
            insert.setInt(2, last.part());
            insert.setLong(3, last.next());
            insert.setLong(4, portion.deliveries().size());
            insert.setLong(5, counts.landed());
            insert.setLong(6, counts.unchanged());
            insert.setLong(7, counts.stale());
            insert.setLong(8, counts.quarantined());
            insert.setLong(9, counts.suppressed());
            insert.setString(10, failure);
            insert.setObject(11, store.clock().instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
