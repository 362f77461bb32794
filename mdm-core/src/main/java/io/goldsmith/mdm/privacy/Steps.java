package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The audit of what was done for the rights of persons: who did which step when, by opaque ids only. */
final class Steps {

    private final Store store;

    Steps(Store store) {
        this.store = store;
    }

    void add(Transaction transaction, OptionalLong requestId, OptionalLong goldenId, String step, String by)
            throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into privacy_step (id, request_id, golden_id, step, made_by, made_at)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, store.ids("entry_id").next());
            set(insert, 2, requestId);
            set(insert, 3, goldenId);
            insert.setString(4, step);
            insert.setString(5, by);
            Instant now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement insert, int position, OptionalLong id) throws SQLException {
        if (id.isPresent()) {
            insert.setLong(position, id.getAsLong());
        } else {
            insert.setNull(position, Types.BIGINT);
        }
    }

    /** The steps of a request, oldest first, at most 1,000. */
    List<PrivacyStep> ofRequest(long requestId) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select step, made_by, made_at from privacy_step where request_id = ?"
                            + " order by id fetch first 1000 rows only")) {
                query.setLong(1, requestId);
                List<PrivacyStep> steps = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        steps.add(new PrivacyStep(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()));
                    }
                }
                return steps;
            }
        });
    }

    /** The id as an optional number. */
    static OptionalLong id(Optional<Long> id) {
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }
}
