package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.cluster.LinkDecision;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.stewardship.StandingDecisions;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks that the records of each golden record are a cluster: of the pairs that the batch engine finds or of those that are stored,
 * which differ where blocks outgrew their bound. What hangs together with a record that waits, or that has no golden record, is left
 * aside. Eight to sixteen bytes per record, beside the clusters.
 */
final class ClusterCheck {

    private static final int PAGE = 10_000;

    private static final String REFERENCES = "select record_id, golden_id from cross_reference where record_id > ?"
            + " order by record_id fetch first ? rows only";

    private final Store store;
    private final Matching matching;
    private final BatchTable table;
    private final long[] goldenOf;
    /** Golden records with a record that has no row. */
    private final LongSet incomplete = new LongOpenHashSet();

    ClusterCheck(Store store, Matching matching, BatchTable table) {
        this.store = store;
        this.matching = matching;
        this.table = table;
        this.goldenOf = new long[table.size()];
    }

    void run(ScoredPairs engine, PairComparison comparison, Findings findings, ResolutionProgress progress) {
        progress.report("check clusters", 0, 1);
        // Decisions are read before the cross-references: one that is made meanwhile finds its clusters unchanged or
        // not.
        List<LinkDecision> decisions = BatchDecision.links(store.inTransaction(StandingDecisions::all), table);
        readReferences();
        int[] stored = storedClusters();
        ConnectedRows connected = new ConnectedRows(stored);
        decisions.forEach(decision -> connected.join(decision.left(), decision.right()));
        IntSet wrong = wrong(engine, decisions, stored, connected);
        if (!wrong.isEmpty() && !comparison.isSame()) {
            wrong.retainAll(wrong(comparison.stored(), decisions, stored, connected));
        }
        report(stored, wrong, connected, findings);
        progress.report("check clusters", 1, 1);
    }

    private void readReferences() {
        long last = 0;
        boolean more = true;
        while (more) {
            long after = last;
            last = store.inTransaction(transaction -> readPage(transaction, after));
            more = last > after;
        }
    }

    private long readPage(Transaction transaction, long after) throws SQLException {
        long last = after;
        try (PreparedStatement query = transaction.connection().prepareStatement(REFERENCES)) {
            query.setLong(1, after);
            query.setInt(2, PAGE);
            try (ResultSet reference = query.executeQuery()) {
                while (reference.next()) {
                    last = reference.getLong(1);
                    int row = table.rowOf(last);
                    if (row == BatchTable.NO_ROW) {
                        incomplete.add(reference.getLong(2));
                    } else {
                        goldenOf[row] = reference.getLong(2);
                    }
                }
            }
        }
        return last;
    }

    /** The smallest row of each row's golden record, as clusterings have it. */
    private int[] storedClusters() {
        Long2IntOpenHashMap first = new Long2IntOpenHashMap();
        first.defaultReturnValue(BatchTable.NO_ROW);
        int[] clusterOf = new int[goldenOf.length];
        for (int row = 0; row < clusterOf.length; row++) {
            int smallest = goldenOf[row] == 0 ? row : first.putIfAbsent(goldenOf[row], row);
            clusterOf[row] = smallest == BatchTable.NO_ROW ? row : smallest;
        }
        return clusterOf;
    }

    /** The stored clusters, by their smallest row, that clustering would form differently. */
    private IntSet wrong(ScoredPairs pairs, List<LinkDecision> decisions, int[] stored, ConnectedRows connected) {
        int automatic = matching.thresholds().automatic();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.weight(pair) >= automatic) {
                connected.join(pairs.left(pair), pairs.right(pair));
            }
        }
        int[] clusterOf = matching.cluster(table.records(), pairs, decisions);
        IntSet wrong = new IntOpenHashSet();
        for (int row = 0; row < stored.length; row++) {
            if (stored[row] != clusterOf[row]) {
                wrong.add(stored[row]);
                wrong.add(stored[clusterOf[row]]);
            }
        }
        return wrong;
    }

    private void report(int[] stored, IntSet wrong, ConnectedRows connected, Findings findings) {
        if (wrong.isEmpty()) {
            return;
        }
        IntSet unsettled = new IntOpenHashSet();
        TreeMap<Integer, TreeSet<Long>> recordsOf = new TreeMap<>();
        for (int row = 0; row < stored.length; row++) {
            if (table.isPending(row) || goldenOf[row] == 0 || incomplete.contains(goldenOf[row])) {
                unsettled.add(connected.root(row));
            }
            if (wrong.contains(stored[row])) {
                recordsOf
                        .computeIfAbsent(stored[row], smallest -> new TreeSet<>())
                        .add(table.recordId(row));
            }
        }
        recordsOf.forEach((smallest, records) -> {
            if (!unsettled.contains(connected.root(smallest))) {
                findings.add(
                        BrokenInvariant.ofGolden(Invariant.CLUSTER, goldenOf[smallest], records.toArray(Long[]::new)));
            }
        });
    }
}
