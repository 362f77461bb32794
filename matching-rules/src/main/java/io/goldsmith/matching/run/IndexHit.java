package io.goldsmith.matching.run;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.score.PairScore;
import java.util.Objects;

/**
 * A record of an index that one record may be the same as.
 *
 * @param id which record
 * @param row its row in the table that was indexed
 * @param score the score of the pair, at or above the review threshold
 */
public record IndexHit(RecordId id, int row, PairScore score) {

    public IndexHit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(score, "score");
    }
}
