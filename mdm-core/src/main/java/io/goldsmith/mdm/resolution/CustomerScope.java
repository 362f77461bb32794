package io.goldsmith.mdm.resolution;

import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * Everything that is one customer's, by opaque ids: what access shows and erasure takes.
 *
 * @param goldenId the golden record; empty for a record that had none
 * @param goldenIds it and those that were merged into it
 * @param formerGoldenIds others that one of the source records belonged to once: their past versions hold its values
 * @param recordIds the hub's ids of the source records
 */
public record CustomerScope(
        OptionalLong goldenId, SortedSet<Long> goldenIds, SortedSet<Long> formerGoldenIds, SortedSet<Long> recordIds) {}
