package io.goldsmith.mdm.quality;

import java.util.List;

/**
 * What became of one entry of the quarantine.
 *
 * @param reasons why it still waits: rule and reason, without values; empty if it does not
 */
public record QuarantineOutcome(long entryId, Result result, List<String> reasons) {

    /** What became of it. */
    public enum Result {
        /** It passed; its record is pending. */
        REPLAYED,
        /** It passed as a steward corrected it; its record is pending. */
        CORRECTED,
        /** It was put away; the version before it stays in force, if there is one. */
        DISCARDED,
        /** It breaks a rule and waits on. */
        STILL_REFUSED,
        /** It was never read as a record and waits until its source delivers it again, or until it is discarded. */
        NOT_A_RECORD,
        /** Somebody else, or a better version, closed it meanwhile. */
        CLOSED_ALREADY
    }
}
