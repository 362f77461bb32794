package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;

/**
 * A source record in the version in force: the newest that no validation rule rejected.
 *
 * @param recordId the hub's own id of the source record
 * @param id the source system and its key
 * @param version numbered by arrival, from 1
 * @param sourceTimestamp when its source last changed or verified it
 * @param deleted whether the source no longer has it; {@code raw} is then empty
 * @param raw the values as the source gave them
 * @param lateVersion the newest version that came late; 0: none
 */
public record SourceRecordRow(
        long recordId,
        RecordId id,
        int version,
        Instant sourceTimestamp,
        boolean deleted,
        AttributeValues raw,
        int lateVersion) {}
