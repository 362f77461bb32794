package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.cluster.LinkDecision;
import io.goldsmith.matching.score.MatchGrade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a batch decided in memory: the clusters of all rows and the pairs that made them. Reads from it what a chunk writes. Immutable
 * but for the rows noted as written.
 */
final class BatchClusters {

    private final BatchTable table;
    private final PairIndex index;
    private final int[] clusterOf;
    private final int automatic;
    private final Set<Integer> manualRows = new HashSet<>();
    private final boolean[] written;

    /**
     * @param automatic the weight from which a pair is graded MATCH
     */
    BatchClusters(BatchTable table, PairIndex index, int[] clusterOf, List<LinkDecision> decisions, int automatic) {
        this.table = table;
        this.index = index;
        this.clusterOf = clusterOf;
        this.automatic = automatic;
        this.written = new boolean[table.size()];
        for (LinkDecision decision : decisions) {
            if (decision.linked() && clusterOf[decision.left()] == clusterOf[decision.right()]) {
                manualRows.addAll(List.of(decision.left(), decision.right()));
            }
        }
    }

    /** The clusters of some rows, whole ones, sorted by their smallest record id. */
    List<FormedCluster> clusters(int[] rows, Map<Long, MemberRecord> members) {
        Map<Integer, FormedCluster> clusters = new TreeMap<>();
        for (int row : rows) {
            FormedCluster cluster = clusters.computeIfAbsent(
                    clusterOf[row], smallest -> new FormedCluster(new ArrayList<>(), new HashMap<>()));
            long recordId = table.recordId(row);
            cluster.members().add(members.get(recordId));
            index.forEachLeft(row, pair -> {
                int right = index.pairs().right(pair);
                if (clusterOf[row] == clusterOf[right]) {
                    cluster.link(recordId, index.pairs().weight(pair));
                    cluster.link(table.recordId(right), index.pairs().weight(pair));
                }
            });
            if (manualRows.contains(row)) {
                cluster.linkByHand(recordId);
            }
        }
        return List.copyOf(clusters.values());
    }

    /**
     * The pairs to store with these rows: those of a pending row, unless they were stored with the other row already.
     *
     * @param forgotten whether every stored pair of the pending rows has just been deleted
     */
    Collection<ScoredRow> pairs(int[] rows, boolean forgotten) {
        Set<ScoredRow> pairs = new TreeSet<>();
        for (int row : rows) {
            if (table.isPending(row)) {
                index.forEachLeft(row, pair -> collect(pair, index.pairs().right(pair), forgotten, pairs));
                index.forEachRight(row, pair -> collect(pair, index.pairs().left(pair), forgotten, pairs));
            }
        }
        return pairs;
    }

    private void collect(int pair, int other, boolean forgotten, Set<ScoredRow> pairs) {
        if (forgotten || !(written[other] && table.isPending(other))) {
            int left = index.pairs().left(pair);
            int right = index.pairs().right(pair);
            int weight = index.pairs().weight(pair);
            pairs.add(ScoredRow.of(
                    table.recordId(left),
                    table.version(left),
                    table.recordId(right),
                    table.version(right),
                    weight,
                    weight >= automatic ? MatchGrade.MATCH : MatchGrade.POSSIBLE_MATCH));
        }
    }

    /** Notes that the rows and their pairs are stored. */
    void written(int[] rows) {
        for (int row : rows) {
            written[row] = true;
        }
    }
}
