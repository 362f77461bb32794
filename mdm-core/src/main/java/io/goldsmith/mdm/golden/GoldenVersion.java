package io.goldsmith.mdm.golden;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a golden record as it is kept for ever.
 *
 * @param record its content; that of a merged, retired or erased one has no values and no members
 * @param state what the golden record became with this version
 * @param mergedInto where the id redirects to, of a merged one
 * @param recordedAt when the version was written, by the hub's clock; never before that of the version before it
 * @param rulesVersion the version of the published rules under which it was made; 0 if that was not kept yet
 */
public record GoldenVersion(
        GoldenRecord record, State state, Optional<GoldenId> mergedInto, Instant recordedAt, int rulesVersion) {

    /** What a golden record is. */
    public enum State {
        ACTIVE,
        /** Its id redirects to another. */
        MERGED,
        /** No live source record is left. */
        RETIRED,
        /** Its content was removed for good; a tombstone without personal data is left. */
        ERASED
    }

    public GoldenId id() {
        return record.id();
    }

    public int version() {
        return record.version();
    }
}
