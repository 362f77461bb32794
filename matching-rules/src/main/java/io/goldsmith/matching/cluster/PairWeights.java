package io.goldsmith.matching.cluster;

/** The match weight of any two rows, be they a candidate pair or not. Symmetric. */
@FunctionalInterface
public interface PairWeights {

    /** The weight of two rows, in the units of {@link io.goldsmith.matching.score.MatchWeight}. */
    int between(int left, int right);
}
