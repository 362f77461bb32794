package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.mdm.reference.VerificationQueue;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.GroupCommit;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
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
import java.util.SortedSet;

/** Resolves records as they come, single ones or a few at once; any number of threads and nodes at once. */
final class OnlineResolution {

    private static final String AFTER_LOCKING = "select r.id, r.state, r.latest_version, coalesce(s.version, 0)"
            + " from unnest(?) w(id) join source_record r on r.id = w.id"
            + " left join standard_record s on s.record_id = r.id";

    private final Store store;
    private final SourceRecords sourceRecords;
    private final ResolutionRules rules;
    private final ComponentResolution components;
    private final ResolutionLocks locks;
    private final OnlineScoring scoring;
    private final GroupCommit<Wanted, ResolutionTally> groups =
            new GroupCommit<>(this::resolve, (one, other) -> one.cause().equals(other.cause()));

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
        this.scoring = new OnlineScoring(store, rules);
    }

    /** A record that is to be resolved, and why. */
    private record Wanted(long recordId, String cause) {}

    /**
     * Resolves one record if it is still pending: standardise → blocking keys → score → its components. While results of rules before
     * stand, it stays pending: among them it would not find whom it belongs to. Records that several threads resolve at the same time
     * share a transaction, unless one of them cannot be resolved.
     *
     * @return what was done, told to one of those who share a transaction
     * @throws ResolutionException if a record of the component cannot be resolved; nothing is changed then
     * @throws ConflictException if other writers were faster each time; nothing is changed then, and it is still pending
     * @throws InterruptedResolutionException if the thread is interrupted before its turn came
     */
    ResolutionTally resolve(long recordId, String cause) {
        if (store.isInTransaction()) {
            return resolve(List.of(recordId), cause);
        }
        try {
            return groups.of(new Wanted(recordId, cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedResolutionException();
        }
    }

    /** What was done for all is told to the first. */
    private List<ResolutionTally> resolve(List<Wanted> group) {
        List<ResolutionTally> tallies = new ArrayList<>();
        tallies.add(resolve(
                group.stream().map(Wanted::recordId).distinct().toList(),
                group.get(0).cause()));
        while (tallies.size() < group.size()) {
            tallies.add(new ResolutionTally());
        }
        return tallies;
    }

    private ResolutionTally resolve(List<Long> recordIds, String cause) {
        return store.inTransaction(transaction -> {
            ResolutionTally tally = new ResolutionTally();
            List<SourceRecordRow> rows = sourceRecords.pending(recordIds);
            if (!rows.isEmpty()) {
                ResolutionLocks.Entrance entrance = locks.enter(transaction);
                if (entrance.isSettled()) {
                    resolve(transaction, entrance, rows, cause, tally);
                }
            }
            return tally;
        });
    }

    private void resolve(
            Transaction transaction,
            ResolutionLocks.Entrance entrance,
            List<SourceRecordRow> rows,
            String cause,
            ResolutionTally tally)
            throws SQLException {
        List<StandardisedRecord> next = rows.stream()
                .filter(row -> !row.deleted())
                .map(row -> StandardisedRecord.of(row, rules))
                .toList();
        List<Long> recordIds = rows.stream().map(SourceRecordRow::recordId).toList();
        FormReplacement forms = lock(transaction, recordIds, rows, next);
        SortedSet<Long> touched = replace(transaction, entrance, forms, recordIds, next);
        scoring.score(transaction, next, tally);
        components.resolve(transaction, touched, cause, tally);
        tally.resolved(sourceRecords.markResolved(rows));
    }

    private SortedSet<Long> replace(
            Transaction transaction,
            ResolutionLocks.Entrance entrance,
            FormReplacement forms,
            List<Long> recordIds,
            List<StandardisedRecord> next)
            throws SQLException {
        if (entrance.isBesideBatch()) {
            for (Long recordId : recordIds) {
                BatchTurn.noteOvertaken(transaction, recordId);
            }
        }
        if (rules.verification().isPresent()) {
            VerificationQueue.add(transaction, store, recordIds);
        }
        return forms.write(transaction, next, !entrance.isBesideBatch());
    }

    /**
     * Locks the keys that records have and those that they will have. If another writer was at one of them meanwhile, or a newer version
     * landed, the transaction starts anew.
     *
     * @param pending the versions that are pending, of records that are
     * @param next their standard forms, of those that will have one
     */
    private FormReplacement lock(
            Transaction transaction, List<Long> recordIds, List<SourceRecordRow> pending, List<StandardisedRecord> next)
            throws SQLException {
        FormReplacement forms = FormReplacement.of(transaction, rules.matching(), recordIds);
        Set<BlockingKey> keys = new HashSet<>(forms.keysBefore());
        next.forEach(record -> keys.addAll(record.keys()));
        locks.keys(transaction, recordIds, keys);
        requireAsBefore(transaction, recordIds, pending, forms);
        return forms;
    }

    private static void requireAsBefore(
            Transaction transaction, List<Long> recordIds, List<SourceRecordRow> pending, FormReplacement forms)
            throws SQLException {
        Map<Long, Integer> pendingVersions = new HashMap<>();
        pending.forEach(row -> pendingVersions.put(row.recordId(), row.version()));
        Set<Long> unchanged = new HashSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(AFTER_LOCKING)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long recordId = row.getLong(1);
                    Integer version = pendingVersions.get(recordId);
                    boolean isPendingStill =
                            version == null || row.getString(2).equals("PENDING") && row.getInt(3) == version;
                    // Under the same rules the version tells the standard form.
                    if (isPendingStill && row.getInt(4) == forms.versionBefore(recordId)) {
                        unchanged.add(recordId);
                    }
                }
            }
        }
        for (Long recordId : recordIds) {
            if (!unchanged.contains(recordId)) {
                throw new ConflictException("record " + recordId);
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
            List<Long> recordIds = List.of(recordId);
            FormReplacement forms = lock(transaction, recordIds, List.of(), List.of());
            components.resolve(transaction, replace(transaction, entrance, forms, recordIds, List.of()), cause, tally);
            return tally;
        });
    }
}
