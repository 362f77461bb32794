package io.goldsmith.matching.cluster;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps apart clusters whose pairs weigh too little on average, however strong the best of them is: one wrong match does not join two
 * customers. The linkage by average of Sokal and Michener (1958), on match weights that each count for six bits at most. Two single
 * records are judged by their pair's own weight, which is most of all cases; of greater clusters the first 32 rows on either side are
 * scored.
 */
final class WeakBridges implements Constraint {

    /** How many rows of a cluster are compared with those of another: more tell nothing new, and the cost is squared. */
    private static final int MOST_COMPARED = 32;

    /** No pair counts for more than six bits, so that one does not outvote many. */
    private static final int CAP = 60_000;

    private final Supplier<PairWeights> source;
    private final int cohesion;
    private Optional<PairWeights> own = Optional.empty();

    /** For clusters found to be too far apart, by their roots, how many rows they had: no more is known until one of them grows. */
    private final Long2IntOpenHashMap refused = new Long2IntOpenHashMap();

    /**
     * @param source gives each thread the weight of any two rows
     * @param cohesion what the pairs between two clusters must weigh on average
     */
    WeakBridges(Supplier<PairWeights> source, int cohesion) {
        this.source = source;
        this.cohesion = cohesion;
    }

    @Override
    public CutReason reason() {
        return CutReason.WEAK_BRIDGE;
    }

    @Override
    public WeakBridges forThread() {
        return new WeakBridges(source, cohesion);
    }

    @Override
    public boolean allows(GrowingClusters clusters, int left, int right, int weight) {
        int rows = clusters.size(left) + clusters.size(right);
        if (rows == 2) {
            return capped(weight) >= cohesion;
        }
        long roots = (long) Math.min(left, right) << Integer.SIZE | Math.max(left, right);
        if (refused.get(roots) == rows) {
            return false;
        }
        boolean isAlike = isAlikeOnAverage(clusters, left, right);
        if (!isAlike) {
            refused.put(roots, rows);
        }
        return isAlike;
    }

    private boolean isAlikeOnAverage(GrowingClusters clusters, int left, int right) {
        PairWeights weights = own.orElseGet(source);
        own = Optional.of(weights);
        long sum = 0;
        long pairs = 0;
        int ones = 0;
        for (int one = left; one >= 0 && ones < MOST_COMPARED; one = clusters.next(one)) {
            int others = 0;
            for (int other = right; other >= 0 && others < MOST_COMPARED; other = clusters.next(other)) {
                sum += capped(weights.between(one, other));
                pairs++;
                others++;
            }
            ones++;
        }
        return sum >= pairs * cohesion;
    }

    private static int capped(int weight) {
        return Math.max(-CAP, Math.min(CAP, weight));
    }

    @Override
    public void joined(int root, int absorbed) {
        // What was refused is told by the number of rows.
    }
}
