package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.stewardship.StandingDecisions;
import io.goldsmith.mdm.store.Transaction;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was stored when a batch decided: cross-references, versions of golden records, standing decisions. A chunk is written only if
 * all of this still holds for its records; what another writer was at is resolved anew.
 */
final class BatchBasis {

    private static final String REFERENCES = "select x.record_id, x.golden_id, g.version from cross_reference x"
            + " join golden_record g on g.id = x.golden_id order by x.record_id";

    private static final String OF_RECORDS = "select x.record_id, x.golden_id, g.version from unnest(?) w(id)"
            + " join cross_reference x on x.record_id = w.id join golden_record g on g.id = x.golden_id";

    private final BatchTable table;
    private final List<StandingDecisions.Standing> decisions;
    private final long[] goldenOf;
    private final Map<Long, Long> departedFrom;
    private final Long2IntOpenHashMap versionOf = new Long2IntOpenHashMap();

    private BatchBasis(
            BatchTable table,
            List<StandingDecisions.Standing> decisions,
            long[] goldenOf,
            Map<Long, Long> departedFrom) {
        this.table = table;
        this.decisions = decisions;
        this.goldenOf = goldenOf;
        this.departedFrom = departedFrom;
    }

    /** Reads it, handing every cross-reference to the units. */
    static BatchBasis read(
            Transaction transaction, BatchTable table, List<StandingDecisions.Standing> decisions, WorkUnits units)
            throws SQLException {
        BatchBasis basis = new BatchBasis(table, decisions, new long[table.size()], new HashMap<>());
        try (PreparedStatement query = transaction.connection().prepareStatement(REFERENCES)) {
            query.setFetchSize(5_000);
            try (ResultSet reference = query.executeQuery()) {
                while (reference.next()) {
                    basis.note(reference.getLong(1), reference.getLong(2), reference.getInt(3), units);
                }
            }
        }
        return basis;
    }

    private void note(long recordId, long goldenId, int version, WorkUnits units) {
        versionOf.put(goldenId, version);
        int row = table.rowOf(recordId);
        if (row == BatchTable.NO_ROW) {
            departedFrom.put(recordId, goldenId);
            units.departed(recordId, goldenId);
        } else {
            goldenOf[row] = goldenId;
            units.reference(row, goldenId);
        }
    }

    /** How many active golden records there were. */
    long customers() {
        return versionOf.size();
    }

    /** How many of them chunks could change. */
    long touched(List<BatchChunk> chunks) {
        LongOpenHashSet touched = new LongOpenHashSet();
        for (BatchChunk chunk : chunks) {
            for (int row : chunk.rows()) {
                touched.add(goldenOf[row]);
            }
            chunk.departed().forEach(record -> touched.add((long) departedFrom.get(record)));
        }
        touched.remove(0);
        return touched.size();
    }

    /**
     * Whether it holds for a chunk, in a transaction that has every gate.
     *
     * @param toStore the pairs that are stored with it
     */
    boolean holds(Transaction transaction, BatchChunk chunk, Collection<ScoredRow> toStore) throws SQLException {
        if (BatchTurn.isUndisturbed(transaction)) {
            return true;
        }
        List<Long> recordIds = chunk.recordIds(table);
        return recordsHold(transaction, withPartners(recordIds, toStore))
                && areGone(transaction, chunk.departed())
                && referencesHold(transaction, chunk, recordIds)
                && pairsHold(transaction, recordIds)
                && decisionsHold(transaction, recordIds);
    }

    /** A pair is stored of both its records, be one of them in another chunk: neither may have changed. */
    private static Set<Long> withPartners(List<Long> recordIds, Collection<ScoredRow> pairs) {
        Set<Long> records = new HashSet<>(recordIds);
        for (ScoredRow pair : pairs) {
            records.add(pair.left());
            records.add(pair.right());
        }
        return records;
    }

    private boolean recordsHold(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, Integer> versions = MemberRecords.versions(transaction, recordIds);
        return versions.size() == recordIds.size()
                && versions.entrySet().stream()
                        .allMatch(record -> table.version(table.rowOf(record.getKey())) == record.getValue());
    }

    /** A record that the table does not have may have come since it was read, and be published: it has not departed. */
    private static boolean areGone(Transaction transaction, List<Long> departed) throws SQLException {
        return departed.isEmpty()
                || MemberRecords.versions(transaction, departed).isEmpty();
    }

    private boolean referencesHold(Transaction transaction, BatchChunk chunk, List<Long> recordIds)
            throws SQLException {
        List<Long> all = new ArrayList<>(recordIds);
        all.addAll(chunk.departed());
        long expected = chunk.departed().size();
        for (int row : chunk.rows()) {
            expected += goldenOf[row] == 0 ? 0 : 1;
        }
        long found = 0;
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_RECORDS)) {
            query.setArray(1, transaction.numbers(all));
            try (ResultSet reference = query.executeQuery()) {
                while (reference.next()) {
                    found++;
                    if (!isAsRead(reference.getLong(1), reference.getLong(2), reference.getInt(3))) {
                        return false;
                    }
                }
            }
        }
        return found == expected;
    }

    /** The version tells whether the golden record gained or lost records that are not of this chunk. */
    private boolean isAsRead(long recordId, long goldenId, int version) {
        int row = table.rowOf(recordId);
        long before = row == BatchTable.NO_ROW ? departedFrom.getOrDefault(recordId, 0L) : goldenOf[row];
        return before == goldenId && versionOf.get(goldenId) == version;
    }

    /** A pair with a record that the batch has not seen was scored by another writer; an older pair is what the batch replaces. */
    private boolean pairsHold(Transaction transaction, List<Long> recordIds) throws SQLException {
        return ScoredRows.readOf(transaction, recordIds, MatchGrade.MATCH, MatchGrade.POSSIBLE_MATCH).stream()
                .noneMatch(pair ->
                        isUnseen(pair.left(), pair.leftVersion()) || isUnseen(pair.right(), pair.rightVersion()));
    }

    private boolean isUnseen(long recordId, int version) {
        int row = table.rowOf(recordId);
        return row == BatchTable.NO_ROW || version > table.version(row);
    }

    private boolean decisionsHold(Transaction transaction, List<Long> recordIds) throws SQLException {
        Set<Long> ofChunk = new HashSet<>(recordIds);
        Set<StandingDecisions.Standing> before = new HashSet<>();
        for (StandingDecisions.Standing decision : decisions) {
            if (decision.records().stream().anyMatch(ofChunk::contains)) {
                before.add(decision);
            }
        }
        return before.equals(Set.copyOf(StandingDecisions.about(transaction, recordIds)));
    }
}
