package io.goldsmith.connect.replicate;

import io.goldsmith.connect.scale.GoldenShares;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.StoreException;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fence between customers that several nodes write: which records of one target are being written now, and in whose share. A record that changes hands, since its customer was merged or
 * unmerged, is not written for the new one before what is under way for the old one is answered or given up; so a late write never covers a newer one. The only place that knows their table.
 */
final class Flights {

    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

    private static final Duration UNTIL_LANDED = Duration.ofMillis(100);

    private final Hub hub;
    private final String target;
    private final DeliveryRows rows;
    private final String sender = UUID.randomUUID().toString();

    Flights(Hub hub, String target, DeliveryRows rows) {
        this.hub = hub;
        this.target = target;
        this.rows = rows;
    }

    /** A write under way by another node. */
    private record Flight(String key, GoldenId golden, boolean creates) {}

    /**
     * Begins to write what is due. Called before it is looked up what is to be written: what a flight that ended has changed is seen.
     *
     * @return what may be written now; the rest waits for others
     * @throws io.goldsmith.connect.turn.TurnLostException if another node has one of the golden ids
     */
    List<DeliveryRow> begin(List<DeliveryRow> due, GoldenShares.Held held) {
        if (due.isEmpty()) {
            return due;
        }
        try {
            return hub.store().inTransaction(transaction -> begin(transaction, due, held));
        } catch (StoreException two) {
            if (!two.isDuplicateKey()) {
                throw two;
            }
            LOG.debug("another node began with a record of {} at the same time", target);
            return List.of();
        }
    }

    private List<DeliveryRow> begin(Transaction transaction, List<DeliveryRow> due, GoldenShares.Held held)
            throws SQLException {
        held.fence(
                transaction, due.stream().map(row -> row.delivered().goldenId()).toList());
        try (BulkWriter stale = transaction.bulk("delete from delivery_flight where target = ? and sender = ?")) {
            stale.row(target, sender);
        }
        Map<String, Flight> others = new HashMap<>();
        open(transaction).forEach(flight -> others.put(flight.key, flight));
        List<DeliveryRow> mine = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        try (BulkWriter begun = transaction.bulk("insert into delivery_flight (target, record_key, golden_id,"
                + " delivery_id, creates, sender) values (?, ?, ?, ?, ?, ?)")) {
            for (DeliveryRow row : due) {
                if (others.containsKey(row.key()) || row.creates() && isBeingCreated(row, others)) {
                    rows.again(
                            row,
                            row.state(),
                            row.attempts(),
                            hub.clock().instant().plus(UNTIL_LANDED),
                            "waits until what is sent under another customer is answered");
                } else if (keys.add(row.key())) {
                    begun.row(target, row.key(), row.delivered().goldenId().value(), row.id(), row.creates(), sender);
                    mine.add(row);
                }
            }
        }
        return mine;
    }

    private List<Flight> open(Transaction transaction) throws SQLException {
        List<Flight> open = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select record_key, golden_id, creates from delivery_flight where target = ?")) {
            query.setString(1, target);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    open.add(new Flight(row.getString(1), new GoldenId(row.getLong(2)), row.getBoolean(3)));
                }
            }
        }
        return open;
    }

    /** Whether a record is being created for who was merged into the same customer. */
    private boolean isBeingCreated(DeliveryRow row, Map<String, Flight> others) {
        Optional<GoldenId> customer = current(row.delivered().goldenId());
        return customer.isPresent()
                && others.values().stream()
                        .filter(Flight::creates)
                        .anyMatch(flight -> current(flight.golden).equals(customer));
    }

    private Optional<GoldenId> current(GoldenId id) {
        return hub.goldenRecords().find(id).map(GoldenRecord::id);
    }

    /** What was begun is answered, or given up. */
    void end() {
        hub.store().inTransaction(transaction -> {
            try (BulkWriter ended = transaction.bulk("delete from delivery_flight where target = ? and sender = ?")) {
                ended.row(target, sender);
            }
            return null;
        });
    }

    /** Whoever had a part of the golden ids before, and left flights behind, is dead. */
    void takeOver(int part, int of) {
        hub.store().inTransaction(transaction -> {
            try (BulkWriter left = transaction.bulk(
                    "delete from delivery_flight where target = ? and mod(golden_id, ?) = ? and sender <> ?")) {
                left.row(target, (long) of, (long) part, sender);
            }
            return null;
        });
    }
}
