package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;

/**
 * A source record that waits to be resolved, without its values.
 *
 * @param recordId the hub's own id of the source record
 * @param id the source system and its key
 * @param version the one in force
 */
public record PendingVersion(long recordId, RecordId id, int version) {}
