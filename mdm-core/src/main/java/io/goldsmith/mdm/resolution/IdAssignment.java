package io.goldsmith.mdm.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which cluster keeps which golden id. The largest overlap keeps it, then the older id, then the smaller; the other ids redirect to
 * the cluster that got most of their records, and an id without live records is retired. A cluster that keeps none needs a new one.
 *
 * @param kept by cluster, in the order given: the id that it keeps; empty: it needs a new one
 * @param redirects golden id to the position of the cluster that it redirects to
 * @param retired golden ids of which no live record is left
 */
record IdAssignment(List<OptionalLong> kept, Map<Long, Integer> redirects, SortedSet<Long> retired) {

    private record Overlap(int cluster, long goldenId, int records) {}

    /**
     * @param clusters the records of each cluster; the clusters in the order of their smallest record id
     * @param goldenOf record to the golden id it had
     * @param createdAt every active golden id concerned to when it was created
     */
    static IdAssignment of(List<List<Long>> clusters, Map<Long, Long> goldenOf, Map<Long, Instant> createdAt) {
        List<Overlap> overlaps = overlaps(clusters, goldenOf, createdAt);
        overlaps.sort(Comparator.comparingInt(Overlap::records)
                .reversed()
                .thenComparing(overlap -> createdAt.get(overlap.goldenId))
                .thenComparingLong(Overlap::goldenId)
                .thenComparingInt(Overlap::cluster));
        List<OptionalLong> kept = new ArrayList<>();
        clusters.forEach(cluster -> kept.add(OptionalLong.empty()));
        SortedSet<Long> free = new TreeSet<>(createdAt.keySet());
        for (Overlap overlap : overlaps) {
            if (kept.get(overlap.cluster).isEmpty() && free.remove(overlap.goldenId)) {
                kept.set(overlap.cluster, OptionalLong.of(overlap.goldenId));
            }
        }
        Map<Long, Integer> redirects = new TreeMap<>();
        for (Overlap overlap : overlaps) {
            if (free.remove(overlap.goldenId)) {
                redirects.put(overlap.goldenId, overlap.cluster);
            }
        }
        return new IdAssignment(kept, redirects, free);
    }

    private static List<Overlap> overlaps(
            List<List<Long>> clusters, Map<Long, Long> goldenOf, Map<Long, Instant> createdAt) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            Map<Long, Integer> counts = new HashMap<>();
            for (Long record : clusters.get(cluster)) {
                Long golden = goldenOf.get(record);
                if (golden != null && createdAt.containsKey(golden)) {
                    counts.merge(golden, 1, Integer::sum);
                }
            }
            int position = cluster;
            counts.forEach((golden, records) -> overlaps.add(new Overlap(position, golden, records)));
        }
        return overlaps;
    }
}
