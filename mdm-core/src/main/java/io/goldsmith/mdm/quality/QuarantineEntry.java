package io.goldsmith.mdm.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that waits with its reasons until corrected or replayed.
 *
 * @param origin the source key, or {@code file:line}
 * @param recordVersion the version that was refused; empty if it never became a source record
 * @param reasons rule and reason, without values
 * @param state {@code WAITING}, {@code REPLAYED}, {@code CORRECTED} or {@code DISCARDED}
 */
public record QuarantineEntry(
        long id,
        String sourceSystem,
        String origin,
        Optional<Integer> recordVersion,
        List<String> reasons,
        String state,
        Instant createdAt) {}
