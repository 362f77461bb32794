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
 * @param verified what reference data say of its values, by attribute, or by group for attributes that move as one
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
        Map<String, Echo> echoes,
        Map<String, VerifiedValue> verified) {

    /** A candidate about whose values no reference data were asked. */
    public Candidate(
            RecordId record,
            int version,
            Instant sourceTimestamp,
            Map<String, Instant> changedAt,
            AttributeValues raw,
            AttributeValues standard,
            SourceTrust trust,
            Set<String> doubtful,
            Map<String, Echo> echoes) {
        this(record, version, sourceTimestamp, changedAt, raw, standard, trust, doubtful, echoes, Map.of());
    }

    /**
     * The same after reference data were asked.
     *
     * @param correctedRaw its values, with those of the reference in the place of what it corrects
     * @param correctedStandard their standard form
     */
    public Candidate verifiedAs(
            Map<String, VerifiedValue> answers, AttributeValues correctedRaw, AttributeValues correctedStandard) {
        return new Candidate(
                record,
                version,
                sourceTimestamp,
                changedAt,
                correctedRaw,
                correctedStandard,
                trust,
                doubtful,
                echoes,
                Map.copyOf(answers));
    }

    /** When the attribute's values were last changed or verified by their source. */
    Instant asOf(String attribute) {
        return changedAt.getOrDefault(attribute, sourceTimestamp);
    }
}
