package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Set;

/**
 * A live source record in the version that was standardised last.
 *
 * @param doubtful the attributes with a value that failed a warning rule
 */
record MemberRecord(
        long recordId,
        RecordId id,
        int version,
        Instant sourceTimestamp,
        AttributeValues raw,
        AttributeValues standard,
        Set<String> doubtful) {}
