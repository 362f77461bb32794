package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * Values that a steward pinned: they beat every rule while they hold. A pin is anchored on a source record and goes with it, so that it
 * outlives merges.
 *
 * @param decision the number of the decision, which grows: of two pins made at one instant the later wins
 * @param name the attribute, or the group for attributes that move as one
 * @param record the source record that it is anchored on
 * @param version the version of that record when the pin was made
 * @param raw the values as the steward wrote them; an attribute that is missing or empty has no value under the pin
 * @param standard the standard values
 * @param madeBy who pinned
 * @param madeAt when
 * @param until from when on it does not hold any more; empty: it holds for ever
 */
public record Pin(
        long decision,
        String name,
        RecordId record,
        int version,
        AttributeValues raw,
        AttributeValues standard,
        String madeBy,
        Instant madeAt,
        Optional<Instant> until) {

    /** The word for the rule in provenance. */
    public static final String RULE = "pinned";

    boolean holdsAt(Instant instant) {
        return !madeAt.isAfter(instant)
                && until.filter(end -> !end.isAfter(instant)).isEmpty();
    }

    /** The first instant after this one at which it begins or ends to hold. */
    Optional<Instant> nextChange(Instant instant) {
        return madeAt.isAfter(instant) ? Optional.of(madeAt) : until.filter(end -> end.isAfter(instant));
    }
}
