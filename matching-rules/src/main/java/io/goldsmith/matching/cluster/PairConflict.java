package io.goldsmith.matching.cluster;

/** Which rows are too unlike to stand in one cluster. Symmetric. */
@FunctionalInterface
public interface PairConflict {

    /** No pair is in conflict. */
    PairConflict NONE = (left, right) -> false;

    /** Whether two rows may not stand in one cluster. */
    boolean between(int left, int right);
}
