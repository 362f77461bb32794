package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What survived of a cluster.
 *
 * @param values the golden values as they are shown; an attribute with an empty list was emptied on purpose
 * @param provenance by attribute, or by group for attributes that move as one
 * @param validUntil when the rules would choose otherwise by time alone; empty: never
 * @param conflicts where sources that are believed enough disagree and no pin settles it, in the order of the model
 */
public record Survivors(
        AttributeValues values,
        SortedMap<String, Provenance> provenance,
        Optional<Instant> validUntil,
        List<Conflict> conflicts) {}
