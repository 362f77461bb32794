package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.GroupCommit;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lands record versions that come one by one, from any number of threads, which share transactions when they come at once. Thread-safe. */
final class SingleLanding {

    private final Store store;
    private final RecordLanding records;
    private final Suppression suppression;
    private final GroupCommit<Arrival, Intake.Landed> groups =
            new GroupCommit<>(this::land, (one, other) -> one.runId == other.runId);

    SingleLanding(Store store, RecordLanding records, Suppression suppression) {
        this.store = store;
        this.records = records;
        this.suppression = suppression;
    }

    private record Arrival(long runId, Delivery.RecordVersion version) {

        RecordId id() {
            return new RecordId(version.sourceSystem(), version.sourceKey());
        }
    }

    /** Lands a version that fits the tables. */
    Intake.Landed land(long runId, Delivery.RecordVersion version) {
        Arrival arrival = new Arrival(runId, version);
        if (store.isInTransaction()) {
            return land(List.of(arrival)).get(0);
        }
        try {
            return groups.of(arrival);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MdmException("Landing was interrupted; nothing of the record version was kept, deliver it again");
        }
    }

    private List<Intake.Landed> land(List<Arrival> arrivals) {
        return LandingTransaction.in(store, transaction -> land(transaction, arrivals));
    }

    private List<Intake.Landed> land(Transaction transaction, List<Arrival> arrivals) throws SQLException {
        // What the hub knows is looked up before the list is: erased in between, a record is missed by neither.
        RecordLanding.Known known = records.known(
                transaction, arrivals.stream().map(Arrival::version).toList());
        Set<RecordId> erased = suppression.erased(
                transaction, arrivals.stream().map(Arrival::id).collect(Collectors.toSet()));
        Iterator<LandingCounts> counts = records.land(
                        transaction,
                        arrivals.get(0).runId,
                        arrivals.stream()
                                .filter(arrival -> !erased.contains(arrival.id()))
                                .map(Arrival::version)
                                .toList(),
                        known,
                        store.clock().instant().truncatedTo(ChronoUnit.MICROS))
                .iterator();
        List<Intake.Landed> landed = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            landed.add(new Intake.Landed(
                    known.idOf(arrival.id()),
                    erased.contains(arrival.id()) ? LandingCounts.ONE_SUPPRESSED : counts.next()));
        }
        return landed;
    }
}
