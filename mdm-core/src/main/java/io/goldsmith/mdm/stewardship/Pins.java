package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** What stewards pin: golden values that beat every rule until a date. Undone like every decision. Thread-safe. */
public final class Pins {

    // Anchored on the smallest record, which is the same whatever the path, and the same on both databases.
    private static final String MEMBERS = "select r.source_system, r.source_key from cross_reference x"
            + " join source_record r on r.id = x.record_id where x.golden_id = ?";

    private static final String VERSION = "select latest_version from source_record where id = ?";

    private final Store store;
    private final Decisions decisions;
    private final PinCheck check;

    /**
     * @param matching the matching under the rules in force, asked each time
     */
    public Pins(
            Store store, Decisions decisions, EntityModel model, Supplier<Matching> matching, Validation validation) {
        this.store = store;
        this.decisions = decisions;
        this.check = new PinCheck(model, matching, validation);
    }

    /**
     * Pins values of a customer, anchored on one of its source records: the pin goes where that record goes.
     *
     * @param name an attribute, or a group that moves as one
     * @param values attribute to values; an empty list pins that there is none
     * @param until from when on the pin does not hold any more; empty: for ever
     * @param comment why, at most 2,000 characters; may be empty
     * @throws InapplicableDecisionException if the record is unknown, the values do not fit the model, or the date is past
     */
    public Decision pin(
            RecordId anchor,
            String name,
            AttributeValues values,
            Optional<Instant> until,
            String steward,
            String comment) {
        AttributeValues standard = check.standard(name, values);
        Optional<Instant> end = until.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        if (end.filter(instant -> !instant.isAfter(store.clock().instant())).isPresent()) {
            throw new InapplicableDecisionException(
                    "A pin holds until a date to come, but this one would end at " + end.get());
        }
        return decisions.decide(comment, (transaction, records) -> {
            long recordId = records.idOf(anchor);
            // A golden record whose version grows with the pin is also how a batch at work learns of it.
            if (records.customerOf(recordId).isEmpty()) {
                throw new InapplicableDecisionException("No values can be pinned on " + anchor
                        + ", which has no golden record: it is not resolved yet, was deleted or is in quarantine");
            }
            long decision = decisions.logPin(transaction, recordId, steward, comment);
            try (BulkWriter insert = transaction.bulk("insert into pin"
                    + " (decision_id, record_id, record_version, name, raw, standard, valid_until)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
                insert.row(
                        decision,
                        recordId,
                        version(transaction, recordId),
                        name,
                        Documents.write(values),
                        Documents.write(standard),
                        end);
            }
            decisions.reclusterPinned(recordId);
            return decision;
        });
    }

    /**
     * The same for a golden record, anchored on the smallest of its source records.
     *
     * @throws InapplicableDecisionException also if no source record is in the golden record
     */
    public Decision pin(
            GoldenId customer,
            String name,
            AttributeValues values,
            Optional<Instant> until,
            String steward,
            String comment) {
        RecordId anchor = store.inTransaction(transaction -> smallest(transaction, customer))
                .orElseThrow(() -> new InapplicableDecisionException(
                        "There is no source record in " + customer + " to pin values on; it was merged or retired"));
        return pin(anchor, name, values, until, steward, comment);
    }

    private static Optional<RecordId> smallest(Transaction transaction, GoldenId customer) throws SQLException {
        Optional<RecordId> smallest = Optional.empty();
        try (PreparedStatement query = transaction.connection().prepareStatement(MEMBERS)) {
            query.setLong(1, customer.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    RecordId record = new RecordId(row.getString(1), row.getString(2));
                    if (smallest.isEmpty() || record.compareTo(smallest.get()) < 0) {
                        smallest = Optional.of(record);
                    }
                }
            }
        }
        return smallest;
    }

    private static int version(Transaction transaction, long recordId) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(VERSION)) {
            query.setLong(1, recordId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
