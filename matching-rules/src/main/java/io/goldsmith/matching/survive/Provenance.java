package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the surviving values of an attribute, or of a group of attributes that moves as one, come from.
 *
 * @param record the source record
 * @param version its version
 * @param rule the survivorship rule that chose it, for example {@code most-recent}
 * @param asOf when the source last changed or verified the values
 * @param purposes what the values may serve, from their source system
 * @param values attribute to the winner's own values: of a group, and of a multi-valued attribute, whose golden values unite those of
 *     several candidates; empty for a single value, which is the golden one
 * @param losers the candidates that lost, best first, at most 20
 */
public record Provenance(
        RecordId record,
        int version,
        String rule,
        Instant asOf,
        Set<String> purposes,
        Map<String, List<String>> values,
        List<Loser> losers) {

    /**
     * A candidate that lost, or that only added to the values of a multi-valued attribute.
     *
     * @param values attribute to values, as they would have been shown
     */
    public record Loser(
            RecordId record, int version, Instant asOf, Set<String> purposes, Map<String, List<String>> values) {}
}
