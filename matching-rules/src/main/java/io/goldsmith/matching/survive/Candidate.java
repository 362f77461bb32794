package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A source record of the cluster, as survivorship sees it.
 *
 * @param record which
 * @param version its version
 * @param sourceTimestamp when its source last changed or verified the record
 * @param changedAt attribute to when its source last changed it, where that is earlier than {@code sourceTimestamp}
 * @param raw the values as the source has them; an attribute with an empty list was emptied on purpose
 * @param standard the standard values
 * @param trust how far its source is believed, and what for
 * @param doubtful the attributes whose values failed a warning rule: they are believed half as much
 * @param echoes attribute to where its values were first known, for values that the hub itself wrote into the source
 */
public record Candidate(
        RecordId record,
        int version,
        Instant sourceTimestamp,
        Map<String, Instant> changedAt,
        AttributeValues raw,
        AttributeValues standard,
        SourceTrust trust,
        Set<String> doubtful,
        Map<String, Echo> echoes) {

    /** When the attribute's values were last changed or verified by their source. */
    Instant asOf(String attribute) {
        return changedAt.getOrDefault(attribute, sourceTimestamp);
    }
}
