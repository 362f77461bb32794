package io.goldsmith.mdm.source;

import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.quality.NewEntry;
import io.goldsmith.mdm.quality.QuarantineEntries;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.StoreException;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lands deliveries: stored durably before this answers, idempotent, ordered by the source's own time. Thread-safe. */
public final class Intake {

    /** How many deliveries a batch may have. */
    public static final int LARGEST_BATCH = 10_000;

    /** Two writers may make the same new record at once: the one that loses looks again and finds it. */
    private static final int ATTEMPTS = 5;

    private final Store store;
    private final DeliveryCheck check;
    private final RecordLanding records;
    private final QuarantineEntries quarantine;
    private final WrittenLanding written;
    private final ConsentLanding consents;
    private final Suppression suppression;

    public Intake(
            Store store,
            EntityModel model,
            Map<String, SourceSystem> systems,
            Validation validation,
            Matching matching,
            Suppression suppression) {
        this.store = store;
        this.check = new DeliveryCheck(model, systems.keySet());
        this.quarantine = new QuarantineEntries(store);
        this.records = new RecordLanding(store, validation, quarantine, suppression);
        this.consents = new ConsentLanding(store, systems);
        this.suppression = suppression;
        this.written = new WrittenLanding(store, matching);
    }

    /**
     * Lands a batch in one transaction; when this returns, the deliveries survive a crash. Repeating a batch changes nothing. A
     * record version that breaks a rejecting validation rule waits in quarantine, while the version before it stays in force; the
     * others are pending until resolved.
     *
     * @param runId the run that delivers them
     * @param deliveries at most 10,000
     * @throws IllegalArgumentException if there are more, or one names a source system or an attribute that the configuration does
     *     not know; nothing is landed then
     */
    public LandingCounts land(long runId, List<? extends Delivery> deliveries) {
        if (deliveries.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException("A batch has at most " + LARGEST_BATCH + " deliveries, but this one has "
                    + deliveries.size() + "; land it in parts");
        }
        LandingBatch batch = LandingBatch.of(deliveries, check);
        for (int attempt = 1; ; attempt++) {
            try {
                return store.inTransaction(transaction -> land(transaction, runId, batch));
            } catch (StoreException e) {
                if (!e.isDuplicateKey() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private LandingCounts land(Transaction transaction, long runId, LandingBatch delivered) throws SQLException {
        // What the hub knows is looked up before the list is: erased in between, a record is missed by neither.
        RecordLanding.Known known = records.known(transaction, delivered.of(Delivery.RecordVersion.class));
        LandingBatch batch = delivered.without(suppression.erased(transaction, delivered.named()));
        return records.land(transaction, runId, batch.of(Delivery.RecordVersion.class), known, now())
                .plus(OrderLanding.land(transaction, batch.of(Delivery.Order.class)))
                .plus(RelationLanding.land(transaction, batch.of(Delivery.Relation.class)))
                .plus(consents.land(transaction, batch.of(Delivery.Consent.class), now()))
                .plus(setAside(runId, batch.of(Delivery.Unreadable.class)))
                .plus(new LandingCounts(0, 0, 0, 0, delivered.size() - batch.size()));
    }

    private LandingCounts setAside(long runId, List<Delivery.Unreadable> unreadable) {
        Set<NewEntry> entries = new HashSet<>();
        List<NewEntry> fresh = new ArrayList<>();
        for (Delivery.Unreadable item : unreadable) {
            NewEntry entry = NewEntry.unreadable(item.sourceSystem(), item.origin(), item.reason(), item.payload());
            if (entries.add(entry) && !quarantine.isWaiting(entry)) {
                fresh.add(entry);
            }
        }
        if (!fresh.isEmpty()) {
            quarantine.add(runId, fresh);
        }
        return new LandingCounts(0, unreadable.size() - fresh.size(), 0, fresh.size());
    }

    /**
     * Remembers what the hub wrote into a system, so that it keeps its first provenance when it comes back.
     *
     * @throws IllegalArgumentException if a value's origin is a record that the hub has never landed
     */
    public void recordWritten(List<WrittenValue> values) {
        store.inTransaction(transaction -> {
            written.note(transaction, values, now());
            return null;
        });
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
