package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person decided about two source records, as history tells it.
 *
 * @param kind for example {@code MERGE}
 * @param comment why; may be empty
 * @param undone who took it back and when, if someone has
 */
public record DecisionTaken(
        long id,
        String kind,
        RecordId left,
        RecordId right,
        String madeBy,
        Instant madeAt,
        String comment,
        Optional<Undone> undone) {

    /** That a decision was taken back. */
    public record Undone(String by, Instant at) {}

    /** Whether it stood at an instant. */
    public boolean stoodAt(Instant instant) {
        return !madeAt.isAfter(instant)
                && undone.filter(taken -> !taken.at().isAfter(instant)).isEmpty();
    }
}
