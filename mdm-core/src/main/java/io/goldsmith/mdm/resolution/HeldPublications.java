package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Batches that would change more customers than the guard allows, and what a person decided about them. Thread-safe. */
public final class HeldPublications {

    /** An approval holds for as much again as this, since the systems go on meanwhile. */
    private static final double TOLERANCE = 1.1;

    private static final long ALWAYS_TOLERATED = 100;

    private static final String NEWEST = "select id, rules_version, cause, effect, held_at, state from held_publication"
            + " where state = ? order by id desc fetch first 1 row only";

    private final Store store;

    public HeldPublications(Store store) {
        this.store = store;
    }

    /**
     * A batch that waits, or that may go on.
     *
     * @param rulesVersion the rules under which it was measured
     * @param cause what it was about, for example {@code load of crm}
     * @param effect what it would do
     */
    public record Held(long id, int rulesVersion, String cause, PublicationEffect effect, Instant heldAt) {}

    /** The one that waits for a person. */
    public Optional<Held> waiting() {
        return store.inTransaction(transaction -> newest(transaction, "WAITING"));
    }

    /**
     * Lets the one that waits go on: the next batch publishes, if it does not do much more.
     *
     * @param id the one that the person saw
     * @throws MdmException if another or none waits
     */
    public void approve(long id, String person) {
        decide(id, "APPROVED", person);
    }

    /**
     * Takes the one that waits back, for example because the source was mended: the next batch is measured anew.
     *
     * @throws MdmException if another or none waits
     */
    public void dismiss(long id, String person) {
        decide(id, "DISMISSED", person);
    }

    private void decide(long id, String state, String person) {
        store.inTransaction(transaction -> {
            if (newest(transaction, "WAITING").filter(held -> held.id == id).isEmpty()) {
                throw new MdmException("No held batch " + id + " waits for a decision; look again at what is held");
            }
            return move(transaction, id, state, Optional.of(person));
        });
    }

    /** Whether the effect of a batch was approved. */
    boolean isApproved(PublicationEffect effect, int rulesVersion) {
        return store.inTransaction(transaction -> newest(transaction, "APPROVED"))
                .filter(held -> held.rulesVersion == rulesVersion)
                .filter(held -> covers(held.effect.merged(), effect.merged())
                        && covers(held.effect.split(), effect.split())
                        && covers(held.effect.retired(), effect.retired())
                        && covers(held.effect.changed(), effect.changed()))
                .isPresent();
    }

    private static boolean covers(long approved, long now) {
        return now <= approved * TOLERANCE + ALWAYS_TOLERATED;
    }

    /** Holds a batch; what was held or approved before is superseded. */
    Held hold(PublicationEffect effect, int rulesVersion, String cause) {
        return store.inTransaction(transaction -> {
            close(transaction, "WAITING", "SUPERSEDED");
            close(transaction, "APPROVED", "SUPERSEDED");
            long id = store.ids("entry_id").next();
            Instant now = now();
            try (PreparedStatement insert = transaction
                    .connection()
                    .prepareStatement("insert into held_publication (id, rules_version, cause, effect, state, held_at)"
                            + " values (?, ?, ?, ?, 'WAITING', ?)")) {
                insert.setLong(1, id);
                insert.setInt(2, rulesVersion);
                insert.setString(3, cause);
                insert.setString(4, Documents.write((Object) effect));
                insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            return new Held(id, rulesVersion, cause, effect, now);
        });
    }

    /** An approved batch was written; one that waits under other rules has become meaningless. */
    void settle() {
        store.inTransaction(transaction -> {
            close(transaction, "APPROVED", "DONE");
            return null;
        });
    }

    private void close(Transaction transaction, String from, String to) throws SQLException {
        Optional<Held> held = newest(transaction, from);
        if (held.isPresent()) {
            move(transaction, held.get().id, to, Optional.empty());
        }
    }

    private boolean move(Transaction transaction, long id, String state, Optional<String> person) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update held_publication set state = ?, decided_by = coalesce(?, decided_by),"
                        + " decided_at = ? where id = ?")) {
            update.setString(1, state);
            update.setString(2, person.orElse(null));
            update.setObject(3, now().atOffset(ZoneOffset.UTC));
            update.setLong(4, id);
            return update.executeUpdate() > 0;
        }
    }

    private static Optional<Held> newest(Transaction transaction, String state) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(NEWEST)) {
            query.setString(1, state);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Held(
                                row.getLong(1),
                                row.getInt(2),
                                row.getString(3),
                                Documents.read(row.getString(4), PublicationEffect.class),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
