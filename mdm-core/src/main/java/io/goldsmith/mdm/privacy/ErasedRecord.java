package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.RecordId;

/**
 * A source record that is being erased.
 *
 * @param recordId the hub's id
 * @param id the source system and its key
 * @param tombstone what stands in the place of the key
 */
public record ErasedRecord(long recordId, RecordId id, String tombstone) {}
