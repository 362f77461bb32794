package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a steward decided about source records; it outlives merges.
 *
 * @param kind what was decided
 * @param left a record of the left side; of a pin, the record that it is anchored on
 * @param right a record of the right side; of a pin, the same as {@code left}
 * @param madeBy a steward, or {@code replication to TARGET}
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

    private static final String REPLICATION = "replication to ";

    /** Who makes the decisions that tie a record to the customer for whom replication created it in a target. */
    static String replicationTo(String target) {
        return REPLICATION + target;
    }

    /** Whether it tied a record that replication had created in this target; it says so for ever, even when it was taken back. */
    public boolean isOfReplicationTo(String target) {
        return madeBy.equals(replicationTo(target));
    }

    /** What was decided. */
    public enum Kind {
        /** The two records are one customer. */
        MERGE,
        /** The two records are not one customer. */
        NOT_DUPLICATE,
        /** The left record belongs to the customer of the right one. */
        LINK,
        /** The left record is of none of the right ones' customer. */
        UNLINK,
        /** The two sides are two customers, each held together. */
        UNMERGE,
        /** An attribute of the record's customer has these values. */
        PIN;

        /** Whether it says that its two records are one customer. */
        boolean links() {
            return this == MERGE || this == LINK;
        }

        /** Whether it says that the records of one side are not of the customer of the other. */
        boolean parts() {
            return this == NOT_DUPLICATE || this == UNLINK || this == UNMERGE;
        }

        /** Whether it may concern more than two records, which are kept with their sides. */
        boolean hasSides() {
            return this == UNLINK || this == UNMERGE;
        }
    }
}
