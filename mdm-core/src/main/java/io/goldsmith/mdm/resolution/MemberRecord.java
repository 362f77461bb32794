package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A live source record in the version that was standardised last.
 *
 * @param doubtful the attributes with a value that failed a warning rule
 * @param lateVersion the newest version that had come late when it was read
 */
record MemberRecord(
        long recordId,
        RecordId id,
        int version,
        Instant sourceTimestamp,
        AttributeValues raw,
        AttributeValues standard,
        Set<String> doubtful,
        int lateVersion) {

    /** A record as it has just been standardised. */
    static MemberRecord of(StandardisedRecord record) {
        return new MemberRecord(
                record.row().recordId(),
                record.row().id(),
                record.row().version(),
                record.row().sourceTimestamp(),
                record.row().raw(),
                record.standard(),
                record.problems().stream()
                        .map(StandardisedRecord.Problem::attribute)
                        .collect(Collectors.toSet()),
                record.row().lateVersion());
    }
}
