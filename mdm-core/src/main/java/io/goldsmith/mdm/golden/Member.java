package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * A source record of a golden record's cluster, in its newest version.
 *
 * @param record which
 * @param version the version
 * @param sourceTimestamp when its source last changed or verified it
 * @param raw the values as the source has them
 * @param standard the standard values
 * @param origin {@code AUTO} or {@code MANUAL}: how it came to the golden record
 * @param weight the match weight of its strongest link, in the units of {@code MatchWeight}; empty if it is alone
 */
public record Member(
        RecordId record,
        int version,
        Instant sourceTimestamp,
        AttributeValues raw,
        AttributeValues standard,
        String origin,
        Optional<Integer> weight) {}
