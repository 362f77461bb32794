package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes customers out of the results for good, each in one transaction under the locks of resolution: first the keys of all its
 * records, then their component, then the rows; what hung together with them is resolved anew without them.
 */
final class GoldenErasure {

    private static final String CAUSE = "erasure";
    private static final int MAX_REDIRECTS = 1_000;

    private final Store store;
    private final ResolutionRules rules;
    private final ComponentResolution components;
    private final ResolutionLocks locks;

    GoldenErasure(Store store, ResolutionRules rules, ComponentResolution components, ResolutionLocks locks) {
        this.store = store;
        this.rules = rules;
        this.components = components;
        this.locks = locks;
    }

    void erase(GoldenId id, ErasureRemoval removal) {
        store.inTransaction(transaction -> {
            locks.decisions(transaction);
            locks.enter(transaction);
            long goldenId = survivor(transaction, id);
            CustomerScope customer = ScopeSearch.of(transaction, goldenId);
            lock(transaction, customer.recordIds());
            if (!ScopeSearch.of(transaction, goldenId).equals(customer)) {
                throw new ConflictException("the source records of " + id);
            }
            SortedSet<Long> neighbours = forget(transaction, customer.recordIds());
            writeErased(transaction, goldenId);
            removal.remove(transaction, customer);
            reclusterNeighbours(transaction, neighbours);
            return null;
        });
    }

    void eraseUnresolved(long recordId, ErasureRemoval removal) {
        store.inTransaction(transaction -> {
            locks.decisions(transaction);
            locks.enter(transaction);
            SortedSet<Long> record = new TreeSet<>(List.of(recordId));
            lock(transaction, record);
            if (!CurrentResults.read(transaction, record).references().isEmpty()) {
                throw new ConflictException("record " + recordId + ", which has a golden record now");
            }
            SortedSet<Long> neighbours = forget(transaction, record);
            removal.remove(transaction, ScopeSearch.ofRecord(transaction, recordId));
            reclusterNeighbours(transaction, neighbours);
            return null;
        });
    }

    /** The golden record that an id leads to, be it retired. */
    private static long survivor(Transaction transaction, GoldenId id) throws SQLException {
        long current = id.value();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select state, merged_into from golden_record where id = ?")) {
            for (int hop = 0; hop < MAX_REDIRECTS; hop++) {
                query.setLong(1, current);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next() || row.getString(1).equals("ERASED")) {
                        throw new MdmException("There is no golden record " + id
                                + " to erase: it does not exist, or it was erased already");
                    }
                    if (!row.getString(1).equals("MERGED")) {
                        return current;
                    }
                    current = row.getLong(2);
                }
            }
        }
        throw new MdmException(
                "More than " + MAX_REDIRECTS + " redirects start at " + id + ", which is a defect: run" + " doctor");
    }

    private void lock(Transaction transaction, SortedSet<Long> recordIds) throws SQLException {
        List<MemberRecords.Standard> before = MemberRecords.standardOfAny(transaction, recordIds);
        Set<BlockingKey> keys = new HashSet<>();
        before.forEach(standard -> keys.addAll(rules.matching().blockingKeys(standard.values())));
        locks.keys(transaction, recordIds, keys);
        if (!MemberRecords.standardOfAny(transaction, recordIds).equals(before)) {
            throw new ConflictException("the standard form of a record that is erased");
        }
        ComponentSearch.lockedFrom(transaction, locks, recordIds);
        for (Long recordId : recordIds) {
            BatchTurn.noteOvertaken(transaction, recordId);
        }
    }

    /** Forgets what was known of the records; returns the others that were linked to them. */
    private SortedSet<Long> forget(Transaction transaction, SortedSet<Long> recordIds) throws SQLException {
        SortedSet<Long> linked = new TreeSet<>();
        for (ScoredRow pair : ScoredRows.readOf(transaction, recordIds, MatchGrade.MATCH)) {
            linked.addAll(List.of(pair.left(), pair.right()));
        }
        linked.removeAll(recordIds);
        KeyRows.delete(transaction, rules.matching(), recordIds);
        StandardRows.delete(transaction, recordIds);
        ScoredRows.deleteOf(transaction, recordIds);
        CrossReferences.delete(transaction, recordIds);
        return linked;
    }

    private void writeErased(Transaction transaction, long goldenId) throws SQLException {
        GoldenRows rows = new GoldenRows(
                CAUSE,
                new GoldenRows.Moment(components.now(), components.now(), rules.version()),
                new EventRows(store.ids("event_id"), new ChangeGroups()),
                true,
                rules.matching().attributes());
        rows.erased(goldenId, CurrentResults.goldenOf(transaction, goldenId));
        rows.write(transaction);
    }

    private void reclusterNeighbours(Transaction transaction, SortedSet<Long> neighbours) throws SQLException {
        if (!neighbours.isEmpty()) {
            components.resolve(transaction, neighbours, CAUSE, new ResolutionTally());
        }
    }
}
