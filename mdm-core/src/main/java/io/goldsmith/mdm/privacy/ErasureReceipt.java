package io.goldsmith.mdm.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one downstream system has to do about an erased person.
 *
 * @param erasureId the erasure
 * @param system the source system or recipient
 * @param records how many records of the person it had
 * @param sourceKeys their keys in the system, for whoever deletes them there: known only while the erasure answers, and never kept
 * @param ground what the system must keep, and by which law; empty: it deletes everything
 * @param keepUntil the end of that; empty: it deletes everything
 * @param confirmedAt when it was confirmed that the system has done its part
 */
public record ErasureReceipt(
        long erasureId,
        String system,
        int records,
        List<String> sourceKeys,
        Optional<String> ground,
        Optional<LocalDate> keepUntil,
        Optional<Instant> confirmedAt) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "ErasureReceipt[" + erasureId + " " + system + ", records=" + records + ", ground=" + ground
                + ", keepUntil=" + keepUntil + ", confirmedAt=" + confirmedAt + "]";
    }
}
