package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the source records that a decision is about, in the caller's transaction. */
final class DecisionRecords {

    private static final String ID = "select id from source_record where source_system = ? and source_key = ?";

    private static final String NEIGHBOURS = "select o.record_id from cross_reference x"
            + " join cross_reference o on o.golden_id = x.golden_id where x.record_id = ?";

    private static final String OF_CUSTOMER = "select x.record_id, r.source_system, r.source_key"
            + " from cross_reference x join source_record r on r.id = x.record_id where x.golden_id = ?";

    private static final String MERGED =
            "select merged_into, version from golden_record where id = ? and state = 'MERGED'";

    private static final String MEMBERS = "select members from golden_record_version"
            + " where golden_id = ? and version < ? order by version desc fetch first 200 rows only";

    private static final int MOST_REDIRECTS = 100;

    private final Transaction transaction;

    DecisionRecords(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The hub's id of a source record.
     *
     * @throws InapplicableDecisionException if there is none
     */
    long idOf(RecordId record) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(ID)) {
            query.setString(1, record.source());
            query.setString(2, record.key());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new InapplicableDecisionException("There is no source record " + record
                            + " to decide about; a record is named by source system and source key");
                }
                return row.getLong(1);
            }
        }
    }

    /** The records of the customer that a record belongs to now, itself among them; none if it has no golden record. */
    SortedSet<Long> customerOf(long recordId) throws SQLException {
        SortedSet<Long> records = new TreeSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(NEIGHBOURS)) {
            query.setLong(1, recordId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    records.add(row.getLong(1));
                }
            }
        }
        return records;
    }

    /** Two sides of a customer's records, by hub id. */
    record Sides(SortedSet<Long> staying, SortedSet<Long> leaving) {}

    /**
     * The two sides of a merge: the records of both golden records as they were before it, as far as they are of one customer now.
     *
     * @throws InapplicableDecisionException if the id was not merged into this customer, or no record of one side is left in it
     */
    Sides sidesOf(GoldenId customer, GoldenId merged) throws SQLException {
        Redirect redirect = redirect(merged.value())
                .orElseThrow(() -> new InapplicableDecisionException(merged
                        + " was not merged into another golden record, so there is no merge of it to take back"));
        if (active(merged.value()) != active(customer.value())) {
            throw new InapplicableDecisionException(
                    merged + " was merged into another customer than " + customer + "; look at it again");
        }
        Map<RecordId, Long> now = recordsOf(active(customer.value()));
        List<RecordId> gone = versionsBefore(merged.value(), redirect.version).stream()
                .filter(members -> !members.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<RecordId> kept = versionsBefore(redirect.into, Integer.MAX_VALUE).stream()
                .filter(members -> !members.isEmpty() && Collections.disjoint(members, gone))
                .findFirst()
                .orElse(List.of());
        SortedSet<Long> leaving = present(gone, now);
        SortedSet<Long> staying = present(kept, now);
        if (leaving.isEmpty() || staying.isEmpty()) {
            throw new InapplicableDecisionException("The merge of " + merged + " into " + customer
                    + " cannot be taken back by its golden ids: no source record of "
                    + (leaving.isEmpty() ? merged : new GoldenId(redirect.into))
                    + " before the merge is in the customer now; name the records that are to go");
        }
        return new Sides(staying, leaving);
    }

    private static SortedSet<Long> present(Collection<RecordId> members, Map<RecordId, Long> now) {
        SortedSet<Long> present = new TreeSet<>();
        for (RecordId member : members) {
            Optional.ofNullable(now.get(member)).ifPresent(present::add);
        }
        return present;
    }

    private record Redirect(long into, int version) {}

    private Optional<Redirect> redirect(long goldenId) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(MERGED)) {
            query.setLong(1, goldenId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new Redirect(row.getLong(1), row.getInt(2))) : Optional.empty();
            }
        }
    }

    private long active(long goldenId) throws SQLException {
        long current = goldenId;
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            Optional<Redirect> next = redirect(current);
            if (next.isEmpty()) {
                return current;
            }
            current = next.get().into;
        }
        return current;
    }

    private Map<RecordId, Long> recordsOf(long goldenId) throws SQLException {
        Map<RecordId, Long> records = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_CUSTOMER)) {
            query.setLong(1, goldenId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    records.put(new RecordId(row.getString(2), row.getString(3)), row.getLong(1));
                }
            }
        }
        return records;
    }

    /** The members of a golden record's last 200 versions before one, newest first. */
    private List<List<RecordId>> versionsBefore(long goldenId, int version) throws SQLException {
        List<List<RecordId>> versions = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(MEMBERS)) {
            query.setLong(1, goldenId);
            query.setInt(2, version);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(MemberList.read(row.getString(1)));
                }
            }
        }
        return versions;
    }
}
