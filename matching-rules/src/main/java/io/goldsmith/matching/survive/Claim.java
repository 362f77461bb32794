package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one candidate says of one group: values, or that they were emptied on purpose.
 *
 * @param holder the source record that has the values now, which breaks the last tie between echoes of one origin
 * @param record where the values come from: the holder, or the origin of an echo
 * @param source how far the source is believed, and what its values may serve
 * @param shown attribute to values as they would be shown
 * @param standard attribute to standard values
 * @param pinnedBy the steward, if a pin claims it
 * @param trust 0 to 200: twice the trust score, or once where a warning rule failed
 * @param verification what reference data say of the values
 */
record Claim(
        RecordId holder,
        RecordId record,
        int version,
        Instant asOf,
        int trust,
        SourceTrust source,
        Map<String, List<String>> shown,
        Map<String, List<String>> standard,
        Optional<String> pinnedBy,
        Optional<Verification> verification) {

    boolean isEmptied() {
        return standard.isEmpty();
    }

    /** How much it says: attributes first, then characters. */
    long completeness() {
        long characters = 0;
        for (List<String> values : standard.values()) {
            for (String value : values) {
                characters += value.length();
            }
        }
        return standard.size() * 10_000_000L + Math.min(characters, 9_999_999L);
    }

    List<String> shownOf(AttributeDefinition attribute) {
        return shown.getOrDefault(attribute.name(), List.of());
    }

    Provenance.Loser asLoser() {
        return new Provenance.Loser(record, version, asOf, source.purposes(), shown, pinnedBy);
    }
}
