package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;
import java.util.List;

/**
 * What happened to a golden record. Its state before is version {@code version - 1}, after is {@code version}: see
 * {@link Outbox#change}.
 *
 * @param position its place in the outbox, given after commit; grows in the order of (golden id, version)
 * @param cause what made it
 * @param changeId the same for every event of one change: of golden records that exchanged source records in one transaction, for
 *     example both of a merge
 * @param related other golden ids that it is about, sorted: of MERGED the survivor; of UPDATED the ids merged into this one; of SPLIT the
 *     ids split off; of CREATED the ids that it was split from
 */
public record ChangeEvent(
        long position,
        GoldenId goldenId,
        int version,
        Kind kind,
        String cause,
        Instant occurredAt,
        long changeId,
        List<GoldenId> related) {

    /** What happened. */
    public enum Kind {
        CREATED,
        UPDATED,
        /** The id redirects to another golden record from now on. */
        MERGED,
        /** The golden record lost source records to a new one. Everything else of it may have changed too. */
        SPLIT,
        /** No live source record is left. */
        RETIRED,
        /** The customer was erased: neither before nor after is left, and whoever has a copy deletes it. */
        ERASED
    }
}
