package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import io.goldsmith.mdm.store.UnreadableDocumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at pairs that the batch engine finds and that are not stored: each is a defect only if resolving one of its records would find
 * it now. Where blocks outgrew their bound, the batch may find more than single records do.
 */
final class MissingPairs {

    private static final String NOW = "select r.state, r.resolved_version from source_record r where r.id = ?";

    private static final String STORED = "select 1 from scored_pair where left_record = ? and right_record = ?";

    private final Store store;
    private final ResolutionRules rules;
    private final BatchTable table;
    private final ScoredPairs engine;
    private final CandidateSearch candidateSearch;
    private Found last = new Found(0, Set.of());

    MissingPairs(Store store, ResolutionRules rules, BatchTable table, ScoredPairs engine) {
        this.store = store;
        this.rules = rules;
        this.table = table;
        this.engine = engine;
        this.candidateSearch = new CandidateSearch(store, rules.matching());
    }

    /** The candidates that a record finds. */
    private record Found(long recordId, Set<Long> candidates) {}

    void run(PairComparison comparison, Findings findings, ResolutionProgress progress) {
        progress.report("check missing pairs", 0, -1);
        comparison.forEachMissing(pair -> {
            int left = engine.left(pair);
            int right = engine.right(pair);
            if (!table.isPending(left) && !table.isPending(right) && isDefect(left, right)) {
                long one = table.recordId(left);
                long other = table.recordId(right);
                findings.add(BrokenInvariant.ofRecords(
                        Invariant.SCORED_PAIR_MISSING, Math.min(one, other), Math.max(one, other)));
            }
            progress.report("check missing pairs", pair + 1L, engine.size());
        });
        progress.report("check missing pairs", engine.size(), engine.size());
    }

    private boolean isDefect(int left, int right) {
        return store.inTransaction(transaction -> isAsRead(transaction, left)
                && isAsRead(transaction, right)
                && !isStored(transaction, table.recordId(left), table.recordId(right))
                && finds(transaction, table.recordId(left), table.recordId(right))
                && (candidateSearch.isMutual() || finds(transaction, table.recordId(right), table.recordId(left))));
    }

    private boolean isAsRead(Transaction transaction, int row) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(NOW)) {
            query.setLong(1, table.recordId(row));
            try (ResultSet record = query.executeQuery()) {
                return record.next()
                        && record.getString(1).equals("RESOLVED")
                        && record.getInt(2) == table.version(row);
            }
        }
    }

    private static boolean isStored(Transaction transaction, long one, long other) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(STORED)) {
            query.setLong(1, Math.min(one, other));
            query.setLong(2, Math.max(one, other));
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean finds(Transaction transaction, long recordId, long other) throws SQLException {
        if (last.recordId != recordId) {
            last = new Found(recordId, candidates(transaction, recordId));
        }
        return last.candidates.contains(other);
    }

    private Set<Long> candidates(Transaction transaction, long recordId) throws SQLException {
        Optional<StandardisedRecord> record = CheckedRecord.page(transaction, recordId - 1, 1).stream()
                .filter(found -> found.recordId() == recordId)
                .findFirst()
                .flatMap(found -> found.standardised(rules));
        try {
            return record.isEmpty()
                    ? Set.of()
                    : Set.copyOf(candidateSearch.of(transaction, record.get()).keySet());
        } catch (UnreadableDocumentException e) {
            // Which document it is, the check of the records says; once it is mended, the pairs are looked at again.
            return Set.of();
        }
    }
}
