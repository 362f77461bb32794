package io.goldsmith.mdm.privacy;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a source record does not come back.
 *
 * @param erasureId the erasure that put its key on the suppression list
 * @param hits how many deliveries the list kept out since
 * @param lastHit the last of them; empty: none yet
 */
public record SuppressionReport(
        long erasureId, ErasureCause cause, Instant erasedAt, long hits, Optional<Instant> lastHit) {}
