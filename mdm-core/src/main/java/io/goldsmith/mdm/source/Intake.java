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

    public Intake(Store store, EntityModel model, Set<String> systems, Validation validation, Matching matching) {
        this.store = store;
        this.check = new DeliveryCheck(model, systems);
        this.quarantine = new QuarantineEntries(store);
        this.records = new RecordLanding(store, validation, quarantine);
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
        Sorted sorted = sort(deliveries);
        for (int attempt = 1; ; attempt++) {
            try {
                return store.inTransaction(transaction -> land(transaction, runId, sorted));
            } catch (StoreException e) {
                if (!e.isDuplicateKey() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** A batch by kind. */
    private record Sorted(
            List<Delivery.RecordVersion> records,
            List<Delivery.Order> orders,
            List<Delivery.Relation> relations,
            List<Delivery.Unreadable> unreadable) {}

    private Sorted sort(List<? extends Delivery> deliveries) {
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Delivery given : deliveries) {
            Delivery delivery = check.misfit(given).map(Delivery.class::cast).orElse(given);
            if (delivery instanceof Delivery.RecordVersion version) {
                sorted.records.add(version);
            } else if (delivery instanceof Delivery.Order order) {
                sorted.orders.add(order);
            } else if (delivery instanceof Delivery.Relation relation) {
                sorted.relations.add(relation);
            } else if (delivery instanceof Delivery.Unreadable unreadable) {
                sorted.unreadable.add(unreadable);
            }
        }
        return sorted;
    }

    private LandingCounts land(Transaction transaction, long runId, Sorted batch) throws SQLException {
        return records.land(transaction, runId, batch.records, now())
                .plus(OrderLanding.land(transaction, batch.orders))
                .plus(RelationLanding.land(transaction, batch.relations))
                .plus(setAside(runId, batch.unreadable));
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
