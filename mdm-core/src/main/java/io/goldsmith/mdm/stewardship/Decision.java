package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a steward decided about two source records; it outlives merges.
 *
 * @param kind {@code MERGE} or {@code NOT_DUPLICATE}
 * @param undoneBy who took it back, if someone did
 */
public record Decision(
        long id,
        Kind kind,
        RecordId left,
        RecordId right,
        String madeBy,
        Instant madeAt,
        String comment,
        Optional<String> undoneBy) {

    /** What was decided. */
    public enum Kind {
        MERGE,
        NOT_DUPLICATE
    }
}
