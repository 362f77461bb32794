package io.goldsmith.matching.cluster;

import java.util.Objects;

/**
 * A MATCH pair whose records ended up in different clusters: worth a person's look, unless a person cut it.
 *
 * @param left the row whose record id is the smaller
 * @param right the row whose record id is the greater
 * @param weight the match weight, in the units of {@link io.goldsmith.matching.score.MatchWeight}
 * @param reason why its clusters were not joined
 */
public record CutPair(int left, int right, int weight, CutReason reason) {

    public CutPair {
        Objects.requireNonNull(reason, "reason");
    }
}
