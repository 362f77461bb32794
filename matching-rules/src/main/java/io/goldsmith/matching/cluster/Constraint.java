package io.goldsmith.matching.cluster;

/**
 * What may keep two clusters apart. It follows the clusters of some components as they grow, for one thread; what it learns of them is
 * keyed by their roots.
 */
sealed interface Constraint permits CannotLinks, ExclusiveIdentifiers, OnePerSource, WeakBridges {

    /** The reason of the pairs that it cuts. */
    CutReason reason();

    /** The same constraint for a thread that works on other components. */
    Constraint forThread();

    /**
     * Whether the clusters of two roots may be joined.
     *
     * @param weight the weight of the pair that would join them
     */
    boolean allows(GrowingClusters clusters, int left, int right, int weight);

    /** The cluster of {@code absorbed} is now part of the one of {@code root}. */
    void joined(int root, int absorbed);
}
