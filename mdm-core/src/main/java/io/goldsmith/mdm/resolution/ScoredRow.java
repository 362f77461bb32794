package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;

/**
 * A row of {@code scored_pair}: two records by hub id, the smaller on the left, with the versions that were scored.
 */
record ScoredRow(long left, long right, int leftVersion, int rightVersion, int weight, MatchGrade grade)
        implements Comparable<ScoredRow> {

    /** A pair given in either order. */
    static ScoredRow of(long one, int oneVersion, long other, int otherVersion, int weight, MatchGrade grade) {
        return one < other
                ? new ScoredRow(one, other, oneVersion, otherVersion, weight, grade)
                : new ScoredRow(other, one, otherVersion, oneVersion, weight, grade);
    }

    @Override
    public int compareTo(ScoredRow that) {
        return left != that.left ? Long.compare(left, that.left) : Long.compare(right, that.right);
    }
}
