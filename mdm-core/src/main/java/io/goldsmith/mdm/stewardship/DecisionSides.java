package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import java.util.List;

/**
 * The source records that a decision names, sorted.
 *
 * @param left of an unlink, the record that left; of an unmerge, the records that stayed
 * @param right the records on the other side; of a pin, the same as {@code left}
 */
public record DecisionSides(List<RecordId> left, List<RecordId> right) {

    public DecisionSides {
        left = left.stream().sorted().toList();
        right = right.stream().sorted().toList();
    }
}
