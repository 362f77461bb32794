package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;

/** The change events in the order in which consumers see them, and how far each consumer is. Thread-safe. */
public final class Outbox {

    private static final int LARGEST_PAGE = 10_000;

    private final Store store;
    private final Relay relay;

    public Outbox(Store store) {
        this.store = store;
        this.relay = new Relay(store);
    }

    /**
     * Gives committed events their positions. One relay holder at a time does so, under a fenced lease; elsewhere this does
     * nothing.
     *
     * @return how many events got a position
     */
    public int relay() {
        return relay.relay();
    }

    /** The events after a position, in order, at most {@code limit} (1 to 10,000). */
    public List<ChangeEvent> after(long position, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "1 to " + LARGEST_PAGE + " events can be read at a time, but " + limit + " were asked for");
        }
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select position, golden_id, golden_version, kind, cause, occurred_at"
                            + " from change_event where position > ? order by position fetch first ? rows only")) {
                query.setLong(1, position);
                query.setInt(2, limit);
                return read(query);
            }
        });
    }

    private static List<ChangeEvent> read(PreparedStatement query) throws SQLException {
        List<ChangeEvent> events = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                events.add(new ChangeEvent(
                        row.getLong(1),
                        new GoldenId(row.getLong(2)),
                        row.getInt(3),
                        ChangeEvent.Kind.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()));
            }
        }
        return events;
    }

    /** The position of the newest event, 0 if there is none. */
    public long lastPosition() {
        return store.inTransaction(Outbox::lastPosition);
    }

    static long lastPosition(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select coalesce(max(position), 0) from change_event");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How far a consumer is; 0 if it has never consumed. */
    public long cursor(String consumer) {
        return find(consumer).map(StoredCursor::position).orElse(0L);
    }

    /** Whether the consumer has a cursor yet. */
    public boolean hasCursor(String consumer) {
        return find(consumer).isPresent();
    }

    /** Moves a consumer's cursor forward, in the transaction of the caller if there is one; never back. */
    public void advance(String consumer, long position) {
        Instant now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
        store.inTransaction(transaction -> {
            StoredCursor cursor = transaction.session().find(StoredCursor.class, consumer, LockMode.PESSIMISTIC_WRITE);
            if (cursor == null) {
                transaction.session().persist(new StoredCursor(consumer, position, now));
            } else {
                cursor.move(position, now);
            }
            // A caller that goes on by SQL in the same transaction finds the cursor moved.
            transaction.session().flush();
            return null;
        });
    }

    private Optional<StoredCursor> find(String consumer) {
        return store.inTransaction(
                transaction -> Optional.ofNullable(transaction.session().find(StoredCursor.class, consumer)));
    }
}
