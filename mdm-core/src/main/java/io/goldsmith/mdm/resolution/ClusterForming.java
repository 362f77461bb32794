package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.cluster.LinkDecision;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.stewardship.StandingDecisions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clusters the records of a few connected components, by the clustering of the batch. */
final class ClusterForming {

    private ClusterForming() {}

    /**
     * The clusters, sorted by their smallest record id.
     *
     * @param pairs scored pairs; those with another record on one side are left aside, as are such decisions
     */
    static List<FormedCluster> form(
            Matching matching,
            Collection<MemberRecord> members,
            Collection<ScoredRow> pairs,
            List<StandingDecisions.Standing> decisions) {
        List<MemberRecord> rows = new ArrayList<>(members);
        rows.sort(Comparator.comparing(MemberRecord::id));
        Map<Long, Integer> rowOf = new HashMap<>();
        RecordTable.Builder table = RecordTable.builder(matching.comparedAttributes());
        for (MemberRecord member : rows) {
            rowOf.put(member.recordId(), rowOf.size());
            table.add(member.id(), matching.derive(member.standard()));
        }
        ScoredPairs.Builder scored = ScoredPairs.builder();
        for (ScoredRow pair : pairs) {
            if (rowOf.containsKey(pair.left()) && rowOf.containsKey(pair.right())) {
                scored.add(rowOf.get(pair.left()), rowOf.get(pair.right()), pair.weight());
            }
        }
        List<LinkDecision> links = new ArrayList<>();
        for (StandingDecisions.Standing decision : decisions) {
            for (StandingDecisions.Link link : decision.links(rowOf::containsKey)) {
                links.add(new LinkDecision(rowOf.get(link.left()), rowOf.get(link.right()), link.linked()));
            }
        }
        ScoredPairs built = scored.build();
        return collect(rows, built, links, matching.cluster(table.build(), built, links));
    }

    private static List<FormedCluster> collect(
            List<MemberRecord> rows, ScoredPairs pairs, List<LinkDecision> decisions, int[] clusterOf) {
        Map<Integer, FormedCluster> clusters = new TreeMap<>();
        for (int row = 0; row < clusterOf.length; row++) {
            clusters.computeIfAbsent(clusterOf[row], cluster -> new FormedCluster(new ArrayList<>(), new HashMap<>()))
                    .members()
                    .add(rows.get(row));
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            if (clusterOf[left] == clusterOf[right]) {
                FormedCluster cluster = clusters.get(clusterOf[left]);
                cluster.link(rows.get(left).recordId(), pairs.weight(pair));
                cluster.link(rows.get(right).recordId(), pairs.weight(pair));
            }
        }
        for (LinkDecision decision : decisions) {
            if (decision.linked() && clusterOf[decision.left()] == clusterOf[decision.right()]) {
                FormedCluster cluster = clusters.get(clusterOf[decision.left()]);
                cluster.linkByHand(rows.get(decision.left()).recordId());
                cluster.linkByHand(rows.get(decision.right()).recordId());
            }
        }
        return List.copyOf(clusters.values());
    }
}
