package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/** The rows of the quarantine, written in bulk. Every method joins the caller's transaction. */
public final class QuarantineEntries {

    static final String WAITING = "WAITING";
    static final String REPLAYED = "REPLAYED";
    static final String CORRECTED = "CORRECTED";
    static final String DISCARDED = "DISCARDED";

    private static final int LONGEST_ORIGIN = 512;
    private static final int LONGEST_PAYLOAD = 10_000;

    private final Store store;
    private final IdAllocator ids;
    private final PayloadSeal seal;

    /** @param seal keeps what was delivered */
    public QuarantineEntries(Store store, PayloadSeal seal) {
        this.store = store;
        this.seal = seal;
        this.ids = store.ids("entry_id");
    }

    /** Adds entries. */
    public void add(long runId, Collection<NewEntry> entries) {
        Instant now = now();
        store.inTransaction(transaction -> {
            try (RowWriter rows = transaction.insert(
                    "quarantine_entry",
                    "id",
                    "source_system",
                    "origin",
                    "record_id",
                    "record_version",
                    "reasons",
                    "payload",
                    "payload_key",
                    "payload_digest",
                    "state",
                    "run_id",
                    "created_at",
                    "closed_at")) {
                for (NewEntry entry : entries) {
                    long id = ids.next();
                    PayloadSeal.Sealed payload = seal.seal(id, cut(entry.payload(), LONGEST_PAYLOAD));
                    rows.row(
                            id,
                            entry.sourceSystem(),
                            cut(entry.origin(), LONGEST_ORIGIN),
                            entry.recordId().isPresent() ? entry.recordId().getAsLong() : null,
                            entry.recordVersion().isPresent()
                                    ? entry.recordVersion().getAsInt()
                                    : null,
                            Documents.write(entry.reasons()),
                            payload.text(),
                            payload.keyId(),
                            payload.digest(),
                            entry.superseded() ? REPLAYED : WAITING,
                            runId,
                            now,
                            entry.superseded() ? Optional.of(now) : Optional.empty());
                }
            }
            return null;
        });
    }

    // "not in", here as elsewhere: by an equality H2 would take the index by state and test the array for all that
    // waits.

    /** Closes what waits of source records, since better versions of them have arrived. */
    public void supersede(Collection<Long> recordIds) {
        store.inTransaction(transaction -> {
            try (PreparedStatement update = transaction
                    .connection()
                    .prepareStatement("update quarantine_entry set state = 'REPLAYED', closed_at = ?"
                            + " where record_id = any(?) and state not in ('REPLAYED', 'CORRECTED', 'DISCARDED')")) {
                update.setObject(1, now().atOffset(java.time.ZoneOffset.UTC));
                update.setArray(2, transaction.numbers(recordIds));
                return update.executeUpdate();
            }
        });
    }

    /** Whether the same unreadable thing waits already: a repeated delivery adds nothing. */
    public boolean isWaiting(NewEntry unreadable) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select 1 from quarantine_entry where source_system = ? and origin = ?"
                            + " and payload_digest = ? and (payload_digest <> '' or reasons = ?)"
                            + " and state = 'WAITING' and record_id is null")) {
                query.setString(1, unreadable.sourceSystem());
                query.setString(2, cut(unreadable.origin(), LONGEST_ORIGIN));
                query.setString(3, seal.digest(cut(unreadable.payload(), LONGEST_PAYLOAD)));
                query.setString(4, Documents.write(unreadable.reasons()));
                try (ResultSet row = query.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** As much as is kept of what was delivered; PostgreSQL has no place for a NUL in a text. */
    private static String cut(String text, int length) {
        return (text.length() <= length ? text : text.substring(0, length)).replace('\0', '\uFFFD');
    }
}
