package io.goldsmith.mdm.source;

import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.quality.NewEntry;
import io.goldsmith.mdm.quality.PayloadSeal;
import io.goldsmith.mdm.quality.QuarantineEntries;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Lands deliveries: stored durably before this answers, idempotent, ordered by the source's own time. Thread-safe. */
public final class Intake {

    /** How many deliveries a batch may have. */
    public static final int LARGEST_BATCH = 10_000;

    private static final int LONGEST_NAME = 128;

    private final Store store;
    private final DeliveryCheck check;
    private final RecordLanding records;
    private final SingleLanding singles;
    private final QuarantineEntries quarantine;
    private final WrittenLanding written;
    private final ConsentLanding consents;
    private final Suppression suppression;
    private final Map<String, SourceSystem> systems;
    private final FullExtracts fullExtracts;

    /**
     * @param suppression the list that a record must not be on
     * @param seal keeps what could not be read
     */
    public Intake(
            Store store,
            EntityModel model,
            Map<String, SourceSystem> systems,
            Validation validation,
            Matching matching,
            Suppression suppression,
            PayloadSeal seal) {
        this.store = store;
        this.systems = Map.copyOf(systems);
        this.check = new DeliveryCheck(model, new TreeSet<>(systems.keySet()));
        this.quarantine = new QuarantineEntries(store, seal);
        this.records = new RecordLanding(store, validation, quarantine, suppression);
        this.singles = new SingleLanding(store, records, suppression);
        this.consents = new ConsentLanding(store, systems);
        this.suppression = suppression;
        this.written = new WrittenLanding(store, matching);
        this.fullExtracts = new FullExtracts(store, quarantine);
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
        return land(runId, deliveries, false);
    }

    /**
     * What became of a record version that landed by itself.
     *
     * @param recordId the hub's id of its source record; empty if it has none
     * @param counts of one delivery
     */
    public record Landed(OptionalLong recordId, LandingCounts counts) {}

    /**
     * Lands a record version by itself, as {@link #land(long, List)} lands several; when this returns, it survives a crash. Meant for many
     * threads at once: those that land at the same time share a transaction.
     *
     * @param runId the run that delivers it
     * @throws IllegalArgumentException if it names a source system or an attribute that the configuration does not know
     * @throws io.goldsmith.mdm.MdmException if the thread is interrupted before it landed
     */
    public Landed land(long runId, Delivery.RecordVersion version) {
        return check.misfit(version).isPresent()
                ? new Landed(OptionalLong.empty(), land(runId, List.of(version)))
                : singles.land(runId, version);
    }

    /**
     * Begins a full extract: a run that delivers every record that a source system has. One that is not settled yet becomes obsolete.
     * Whatever is not delivered from now until {@link #reconcileFullExtract} has vanished.
     *
     * @param runId the run, which has landed nothing yet
     * @throws IllegalArgumentException if the configuration does not know the source system
     */
    public void beginFullExtract(String sourceSystem, long runId) {
        check.requireSystem(sourceSystem);
        fullExtracts.begin(sourceSystem, runId);
    }

    /**
     * Lands a batch of a full extract as {@link #land} does, and notes which records it delivers, changed or not.
     *
     * @throws io.goldsmith.mdm.MdmException if the run has not begun as a full extract, or is settled already
     */
    public LandingCounts landFullExtract(long runId, List<? extends Delivery> deliveries) {
        return land(runId, deliveries, true);
    }

    /**
     * After the last batch of a full extract: every live record of the source system that it did not deliver gets a version that says
     * that it is deleted, as of the extract's start, page by page. If more records vanished than the source system's limit allows, or
     * something could not be read, nothing is done and the answer says so. Called again after a crash, it does the rest.
     *
     * @throws io.goldsmith.mdm.MdmException if the run is no full extract of the system, or is settled already
     */
    public Disappearance reconcileFullExtract(String sourceSystem, long runId) {
        check.requireSystem(sourceSystem);
        return fullExtracts.reconcile(
                sourceSystem, runId, systems.get(sourceSystem).vanishLimit(), "");
    }

    /**
     * Lets the records go that vanished from a full extract, in spite of the limit.
     *
     * @param confirmedBy who says so, at most 128 characters
     * @throws io.goldsmith.mdm.MdmException if the run is no full extract, is settled, or a newer one took its place
     */
    public Disappearance confirmDisappearance(long runId, String confirmedBy) {
        if (confirmedBy.isBlank() || confirmedBy.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Who confirms has a name of 1 to " + LONGEST_NAME
                    + " characters, but this one has " + confirmedBy.length());
        }
        String system = fullExtracts.systemOf(runId);
        check.requireSystem(system);
        return fullExtracts.reconcile(system, runId, systems.get(system).vanishLimit(), confirmedBy);
    }

    private LandingCounts land(long runId, List<? extends Delivery> deliveries, boolean isFullExtract) {
        if (deliveries.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException("A batch has at most " + LARGEST_BATCH + " deliveries, but this one has "
                    + deliveries.size() + "; land it in parts");
        }
        LandingBatch batch = LandingBatch.of(deliveries, check);
        return LandingTransaction.in(store, transaction -> {
            LandingCounts counts = land(transaction, runId, batch);
            if (isFullExtract) {
                fullExtracts.mark(
                        transaction,
                        runId,
                        batch.of(Delivery.RecordVersion.class),
                        batch.of(Delivery.Unreadable.class).size());
            }
            return counts;
        });
    }

    private LandingCounts land(Transaction transaction, long runId, LandingBatch delivered) throws SQLException {
        // What the hub knows is looked up before the list is: erased in between, a record is missed by neither.
        RecordLanding.Known known = records.known(transaction, delivered.of(Delivery.RecordVersion.class));
        LandingBatch batch = delivered.without(suppression.erased(transaction, delivered.named()));
        return records.land(transaction, runId, batch.of(Delivery.RecordVersion.class), known, now()).stream()
                .reduce(LandingCounts.NONE, LandingCounts::plus)
                .plus(OrderLanding.land(transaction, store, batch.of(Delivery.Order.class)))
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

    /**
     * Remembers that records of a system have what was last written into them: a value of an earlier write that the system has from now on
     * is its own. An earlier write that arrives before is still known for the hub's.
     *
     * @param keys of records of the source system, at most 10,000
     */
    public void acknowledgeWritten(String sourceSystem, Collection<String> keys) {
        store.inTransaction(transaction -> {
            written.arrived(transaction, sourceSystem, keys, now());
            return null;
        });
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
