package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Resolves single records, each in a transaction of its own; any number of threads and nodes at once. */
final class OnlineResolution {

    private static final String AFTER_LOCKING = "select r.state, r.latest_version, coalesce(s.version, 0)"
            + " from source_record r left join standard_record s on s.record_id = r.id where r.id = ?";

    private final Store store;
    private final SourceRecords sourceRecords;
    private final ResolutionRules rules;
    private final ComponentResolution components;
    private final ResolutionLocks locks;
    private final CandidateSearch candidateSearch;

    OnlineResolution(
            Store store,
            SourceRecords sourceRecords,
            ResolutionRules rules,
            ComponentResolution components,
            ResolutionLocks locks) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.rules = rules;
        this.components = components;
        this.locks = locks;
        this.candidateSearch = new CandidateSearch(rules.matching());
    }

    /**
     * Resolves one record if it is still pending: standardise → blocking keys → score → its components. While results of rules before
     * stand, it stays pending: among them it would not find whom it belongs to.
     *
     * @throws ResolutionException if a record of the component cannot be resolved; nothing is changed then
     * @throws ConflictException if other writers were faster each time; nothing is changed then, and it is still pending
     */
    ResolutionTally resolve(long recordId, String cause) {
        return store.inTransaction(transaction -> {
            ResolutionTally tally = new ResolutionTally();
            Optional<SourceRecordRow> found = sourceRecords.pending(recordId);
            if (found.isPresent()) {
                ResolutionLocks.Entrance entrance = locks.enter(transaction);
                if (entrance.isSettled()) {
                    resolve(transaction, entrance, found.get(), cause, tally);
                }
            }
            return tally;
        });
    }

    private void resolve(
            Transaction transaction,
            ResolutionLocks.Entrance entrance,
            SourceRecordRow row,
            String cause,
            ResolutionTally tally)
            throws SQLException {
        Optional<StandardisedRecord> next =
                row.deleted() ? Optional.empty() : Optional.of(StandardisedRecord.of(row, rules));
        List<MemberRecords.Standard> before = lockKeys(
                transaction,
                row.recordId(),
                Optional.of(row),
                next.map(StandardisedRecord::keys).orElse(List.of()));
        noteOvertaken(transaction, entrance, row.recordId());
        SortedSet<Long> seeds = forget(transaction, row.recordId(), before);
        if (next.isPresent()) {
            score(transaction, next.get(), tally);
        }
        components.resolve(transaction, seeds, cause, tally);
        tally.resolved(sourceRecords.markResolved(List.of(row)));
    }

    private static void noteOvertaken(Transaction transaction, ResolutionLocks.Entrance entrance, long recordId)
            throws SQLException {
        if (entrance.isBesideBatch()) {
            BatchTurn.noteOvertaken(transaction, recordId);
        }
    }

    /**
     * Locks the keys that a record has and those that it will have. If another writer was at it meanwhile, or a newer version landed, the
     * transaction starts anew.
     *
     * @param pending the version that is pending, if the record is
     * @return its standard form as it was, if it had any
     */
    private List<MemberRecords.Standard> lockKeys(
            Transaction transaction, long recordId, Optional<SourceRecordRow> pending, List<BlockingKey> next)
            throws SQLException {
        List<MemberRecords.Standard> before = MemberRecords.standardOfAny(transaction, List.of(recordId));
        Set<BlockingKey> keys = new HashSet<>(next);
        before.forEach(standard -> keys.addAll(rules.matching().blockingKeys(standard.values())));
        locks.keys(transaction, recordId, keys);
        if (!isAsBefore(transaction, recordId, pending, before)) {
            throw new ConflictException("record " + recordId);
        }
        return before;
    }

    private static boolean isAsBefore(
            Transaction transaction,
            long recordId,
            Optional<SourceRecordRow> pending,
            List<MemberRecords.Standard> before)
            throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(AFTER_LOCKING)) {
            query.setLong(1, recordId);
            try (ResultSet row = query.executeQuery()) {
                // Under the same rules the version tells the standard form.
                return row.next()
                        && row.getInt(3)
                                == (before.isEmpty() ? 0 : before.get(0).version())
                        && (pending.isEmpty()
                                || row.getString(1).equals("PENDING")
                                        && row.getInt(2) == pending.get().version());
            }
        }
    }

    /** Resolves the components of records anew without scoring them: a decision changed, or a record left. */
    ResolutionTally recluster(Collection<Long> recordIds, String cause) {
        return store.inTransaction(transaction -> {
            ResolutionTally tally = new ResolutionTally();
            locks.enter(transaction);
            components.resolve(transaction, recordIds, cause, tally);
            return tally;
        });
    }

    /** Takes a record that is in quarantine now out of its cluster. */
    ResolutionTally remove(long recordId, String cause) {
        return store.inTransaction(transaction -> {
            ResolutionTally tally = new ResolutionTally();
            ResolutionLocks.Entrance entrance = locks.enter(transaction);
            List<MemberRecords.Standard> before = lockKeys(transaction, recordId, Optional.empty(), List.of());
            noteOvertaken(transaction, entrance, recordId);
            components.resolve(transaction, forget(transaction, recordId, before), cause, tally);
            return tally;
        });
    }

    /** Forgets what was known of a record; returns it with the records that it was linked to, whose clusters may change too. */
    private SortedSet<Long> forget(Transaction transaction, long recordId, List<MemberRecords.Standard> before)
            throws SQLException {
        SortedSet<Long> linked = new TreeSet<>(List.of(recordId));
        if (!before.isEmpty()) {
            SortedSet<ScoredRow> pairs =
                    ScoredRows.readOf(transaction, List.of(recordId), MatchGrade.MATCH, MatchGrade.POSSIBLE_MATCH);
            pairs.stream()
                    .filter(pair -> pair.grade() == MatchGrade.MATCH)
                    .forEach(pair -> linked.addAll(List.of(pair.left(), pair.right())));
            KeyRows.deleteOf(transaction, rules.matching(), before);
            StandardRows.delete(transaction, List.of(recordId));
            ScoredRows.delete(transaction, pairs);
        }
        return linked;
    }

    private void score(Transaction transaction, StandardisedRecord record, ResolutionTally tally) throws SQLException {
        long recordId = record.row().recordId();
        StandardRows.insert(transaction, List.of(record));
        KeyRows keys = new KeyRows();
        keys.add(record);
        keys.write(transaction);
        List<MemberRecords.Standard> candidates =
                List.copyOf(candidateSearch.of(transaction, record).values());
        List<PairScore> scores;
        try {
            scores = rules.matching()
                    .score(
                            record.standard(),
                            candidates.stream()
                                    .map(MemberRecords.Standard::values)
                                    .toList());
        } catch (RuntimeException e) {
            throw new ResolutionException(recordId, e);
        }
        tally.compared(scores.size());
        List<ScoredRow> rows = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            PairScore score = scores.get(i);
            MemberRecords.Standard other = candidates.get(i);
            tally.graded(score.grade());
            if (score.grade() != MatchGrade.NO_MATCH) {
                rows.add(ScoredRow.of(
                        recordId,
                        record.row().version(),
                        other.recordId(),
                        other.version(),
                        score.weight(),
                        score.grade()));
            }
        }
        ScoredRows.insert(transaction, rows, rules.version());
    }
}
