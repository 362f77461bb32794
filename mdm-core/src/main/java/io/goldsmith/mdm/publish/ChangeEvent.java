package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;

/**
 * What happened to a golden record. Its state before is version {@code version - 1}, after is {@code version}.
 *
 * @param position its place in the outbox, given after commit; grows in the order of (golden id, version)
 * @param cause what made it
 */
public record ChangeEvent(long position, GoldenId goldenId, int version, Kind kind, String cause, Instant occurredAt) {

    /** What happened. */
    public enum Kind {
        CREATED,
        UPDATED,
        /** The id redirects to another golden record from now on. */
        MERGED,
        /** No live source record is left. */
        RETIRED,
        /** The customer was erased: neither before nor after is left, and whoever has a copy deletes it. */
        ERASED
    }
}
