package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.reference.VerificationQueue;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Mends stored results from the facts, which it never touches: what dangles is deleted, what is lost is written anew, and the records
 * concerned are resolved anew on the ordinary way, so that consumers hear of what changed. A round mends what a check found; then the
 * next check looks, until nothing is found or a round does not help.
 */
public final class Rebuild {

    private static final int MAX_ROUNDS = 100;
    private static final int AT_A_TIME = 1_000;
    private static final String CAUSE = "rebuilt by doctor";

    /** Where these are broken, what a golden record consists of is restored before its records are resolved. */
    private static final Set<Invariant> OF_REFERENCES =
            EnumSet.of(Invariant.MEMBERS, Invariant.LIVE_GOLDEN_RECORD, Invariant.VERSIONS, Invariant.GOLDEN_VALUES);

    private final Store store;
    private final SourceRecords sourceRecords;
    private final Resolution resolution;
    private final ConsistencyCheck check;
    private final ResolutionRules rules;
    private final ResolutionLocks locks;

    public Rebuild(
            Store store,
            SourceRecords sourceRecords,
            Resolution resolution,
            ConsistencyCheck check,
            ResolutionRules rules) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.resolution = resolution;
        this.check = check;
        this.rules = rules;
        this.locks = new ResolutionLocks(store, rules.version());
    }

    /** Checks and mends until every invariant holds, or what is left cannot be mended; what waits is resolved on the way. */
    public RebuildReport run(ResolutionProgress progress) {
        ConsistencyReport before = check.run(progress);
        ConsistencyReport current = before;
        int rounds = 0;
        boolean helps = true;
        while (helps && rounds < MAX_ROUNDS && (isMendable(current) || current.waiting() > 0)) {
            mend(current.first(), progress);
            rounds++;
            ConsistencyReport next = check.run(progress);
            helps = next.waiting() < current.waiting() || !next.first().equals(current.first());
            current = next;
        }
        return new RebuildReport(before, current, rounds);
    }

    private static boolean isMendable(ConsistencyReport report) {
        return report.counts().keySet().stream().anyMatch(Invariant::isMendable);
    }

    private void mend(List<BrokenInvariant> broken, ResolutionProgress progress) {
        SortedSet<Long> golden = new TreeSet<>();
        SortedSet<Long> records = new TreeSet<>();
        broken.forEach(each -> {
            each.golden().ifPresent(golden::add);
            if (each.invariant().isMendable()) {
                records.addAll(each.records());
            }
        });
        inParts(records, this::clear);
        inParts(goldenOf(broken, EnumSet.of(Invariant.VERSIONS)), (transaction, part) -> {
            for (Long id : part) {
                frame(transaction, id).versions();
            }
        });
        inParts(goldenOf(broken, EnumSet.of(Invariant.REDIRECT)), (transaction, part) -> {
            for (Long id : part) {
                frame(transaction, id).redirect();
            }
        });
        inParts(goldenOf(broken, EnumSet.of(Invariant.GOLDEN_VALUES, Invariant.MEMBERS)), (transaction, part) -> {
            for (Long id : part) {
                frame(transaction, id).documents();
            }
        });
        inParts(goldenOf(broken, OF_REFERENCES), (transaction, part) -> {
            for (Long id : part) {
                ReferenceMending.restore(transaction, id, now());
                records.addAll(referring(transaction, id));
            }
        });
        ItemMending.mend(store, locks, new KeyItems(store, rules), records);
        ItemMending.mend(store, locks, new TermItems(store, rules.matching().attributes()), golden);
        closeTasks(broken);
        inParts(records, (transaction, part) -> sourceRecords.markPending(part));
        resolution.resolvePending(CAUSE, progress);
        inParts(golden, this::retireEmpty);
        ItemMending.mend(store, locks, new EventItems(store), golden);
    }

    /** Work on some ids in a transaction, which alone writes results. */
    @FunctionalInterface
    private interface Part {
        void apply(Transaction transaction, List<Long> ids) throws SQLException;
    }

    private void inParts(Collection<Long> ids, Part work) {
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<Long> part = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
            store.inTransaction(transaction -> {
                locks.enterAlone(transaction);
                work.apply(transaction, part);
                return null;
            });
        }
    }

    private static SortedSet<Long> goldenOf(List<BrokenInvariant> broken, Set<Invariant> invariants) {
        SortedSet<Long> ids = new TreeSet<>();
        broken.stream()
                .filter(each -> invariants.contains(each.invariant()))
                .forEach(each -> each.golden().ifPresent(ids::add));
        return ids;
    }

    private GoldenMending frame(Transaction transaction, long goldenId) {
        return new GoldenMending(transaction, goldenId, now(), rules.version());
    }

    /** Deletes what is stored of records that are not live, and gives the others their standard form. */
    private void clear(Transaction transaction, List<Long> recordIds) throws SQLException {
        TreeSet<Long> gone = new TreeSet<>(recordIds);
        TreeSet<Long> live = new TreeSet<>();
        List<StandardisedRecord> standardised = new ArrayList<>();
        for (Long id : recordIds) {
            for (CheckedRecord record : CheckedRecord.page(transaction, id - 1, 1)) {
                if (record.recordId() == id && (record.isResolved() || record.isPending())) {
                    gone.remove(id);
                    Optional<StandardisedRecord> expected = record.standardised(rules);
                    expected.ifPresent(standardised::add);
                    if (expected.isPresent()) {
                        live.add(id);
                    }
                }
            }
        }
        ScoredRows.deleteOf(transaction, gone);
        TreeSet<Long> rewritten = new TreeSet<>(gone);
        rewritten.addAll(live);
        StandardRows.delete(transaction, rewritten);
        StandardRows.insert(transaction, standardised);
        if (rules.verification().isPresent()) {
            VerificationQueue.add(transaction, store, rewritten);
        }
        try (PreparedStatement delete =
                transaction.connection().prepareStatement("delete from cross_reference where record_id = any(?)")) {
            delete.setArray(1, transaction.numbers(gone));
            delete.executeUpdate();
        }
    }

    private static SortedSet<Long> referring(Transaction transaction, long goldenId) throws SQLException {
        SortedSet<Long> records = new TreeSet<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select record_id from cross_reference where golden_id = ?")) {
            query.setLong(1, goldenId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    records.add(row.getLong(1));
                }
            }
        }
        return records;
    }

    private void closeTasks(List<BrokenInvariant> broken) {
        store.inTransaction(transaction -> {
            locks.enterAlone(transaction);
            try (BulkWriter close = transaction.bulk("update stewardship_task set state = 'OBSOLETE', closed_at = ?,"
                    + " revision = revision + 1 where state in ('OPEN', 'PROPOSED')"
                    + " and kind in ('POSSIBLE_DUPLICATE', 'CLUSTER_CONFLICT') and golden_id = ?"
                    + " and left_record = ? and right_record = ?")) {
                for (BrokenInvariant each : broken) {
                    if (each.invariant() == Invariant.TASK) {
                        close.row(
                                now(),
                                each.golden().orElseThrow(),
                                each.records().get(0),
                                each.records().get(1));
                    }
                }
            }
            return null;
        });
    }

    /** An active golden record that resolution left without a live record. */
    private void retireEmpty(Transaction transaction, List<Long> ids) throws SQLException {
        GoldenRows rows = new GoldenRows(
                CAUSE,
                new GoldenRows.Moment(now(), now(), rules.version()),
                new EventRows(store.ids("event_id"), new ChangeGroups()),
                true,
                rules.matching().attributes());
        for (Long id : ids) {
            if (referring(transaction, id).isEmpty()) {
                Optional.ofNullable(CurrentResults.readGolden(transaction, List.of(id))
                                .get(id))
                        .ifPresent(active -> rows.retired(id, active));
            }
        }
        rows.write(transaction);
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
