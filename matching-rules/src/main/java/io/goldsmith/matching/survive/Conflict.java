package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;

/**
 * Source systems that are believed enough and disagree on an attribute, or on a group that moves as one.
 *
 * @param name the attribute or the group
 * @param sides one source record for each value that is claimed, in the order of the rule; two to {@value #MAX_SIDES}
 */
public record Conflict(String name, List<Side> sides) {

    /** How many sides are told apart at most. */
    public static final int MAX_SIDES = 5;

    /** Who claims one of the values, and since when. */
    public record Side(RecordId record, Instant asOf) {}

    public Conflict {
        sides = List.copyOf(sides);
    }
}
