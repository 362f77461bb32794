package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;

/** The change events in the order in which consumers see them, and how far each consumer is. Thread-safe. */
public final class Outbox {

    private static final int LARGEST_PAGE = 10_000;
    private static final int LARGEST_PAGE_OF_CHANGES = 1_000;

    private final Store store;
    private final GoldenRecords golden;
    private final Relay relay;

    public Outbox(Store store) {
        this.store = store;
        this.golden = new GoldenRecords(store);
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
        return store.inTransaction(transaction -> EventReading.after(transaction, position, limit));
    }

    /**
     * An event with its golden record before and after.
     *
     * @throws MdmException if the version that the event is about is not there, which doctor finds and mends
     */
    public GoldenChange change(ChangeEvent event) {
        return store.inTransaction(transaction -> new GoldenChange(
                event,
                event.version() == 1 ? Optional.empty() : golden.recorded(event.goldenId(), event.version() - 1),
                golden.recorded(event.goldenId(), event.version())
                        .orElseThrow(() -> new MdmException("There is no version " + event.version() + " of "
                                + event.goldenId() + ", of which an event tells: run doctor --rebuild"))));
    }

    /** The events after a position with their golden records before and after, in order, at most {@code limit} (1 to 1,000). */
    public List<GoldenChange> changesAfter(long position, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE_OF_CHANGES) {
            throw new IllegalArgumentException("1 to " + LARGEST_PAGE_OF_CHANGES
                    + " changes can be read at a time, but " + limit + " were asked for");
        }
        return store.inTransaction(
                transaction -> after(position, limit).stream().map(this::change).toList());
    }

    /**
     * Gives a new consumer its cursor; one that has a cursor goes on from there.
     *
     * @return the position after which the consumer reads
     */
    public long start(String consumer, StartingPoint from) {
        if (!hasCursor(consumer)) {
            advance(consumer, position(from));
        }
        return cursor(consumer);
    }

    private long position(StartingPoint from) {
        if (from instanceof StartingPoint.AfterPosition after) {
            return after.position();
        }
        if (from instanceof StartingPoint.AtInstant at) {
            return store.inTransaction(transaction -> RelayMarks.before(transaction, at.instant()));
        }
        // What is committed has happened already, though it may have no position yet.
        relay();
        return lastPosition();
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
