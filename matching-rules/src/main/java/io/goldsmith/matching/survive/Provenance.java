package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the surviving values of an attribute, or of a group of attributes that moves as one, come from.
 *
 * @param record the source record
 * @param version its version
 * @param rule the survivorship rule that chose it, for example {@code most-recent}; {@code pinned} if a steward did
 * @param asOf when the source last changed or verified the values; of pinned ones, when they were pinned
 * @param purposes what the values may serve, from their source system
 * @param values attribute to the winner's own values: of a group, and of a multi-valued attribute, whose golden values unite those of
 *     several candidates; empty for a single value, which is the golden one
 * @param losers the candidates that lost, best first, at most 20
 * @param pinnedBy the steward who pinned the values, if one did
 * @param verification what reference data say of the winner's values, if they were asked
 */
public record Provenance(
        RecordId record,
        int version,
        String rule,
        Instant asOf,
        Set<String> purposes,
        Map<String, List<String>> values,
        List<Loser> losers,
        Optional<String> pinnedBy,
        Optional<Verification> verification) {

    /**
     * A candidate that lost, or that only added to the values of a multi-valued attribute.
     *
     * @param values attribute to values, as they would have been shown
     * @param pinnedBy the steward who pinned them, if a newer pin beat this one
     */
    public record Loser(
            RecordId record,
            int version,
            Instant asOf,
            Set<String> purposes,
            Map<String, List<String>> values,
            Optional<String> pinnedBy) {}
}
