package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.standardise.StandardRecord;
import java.time.Instant;

/**
 * A live source record as it was standardised last.
 *
 * @param version the version that was standardised
 * @param verifiedAt when its source last changed or verified it
 */
record AssessedRecord(
        long recordId,
        String sourceSystem,
        int version,
        Instant verifiedAt,
        AttributeValues raw,
        StandardRecord standard) {}
