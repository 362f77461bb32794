package io.goldsmith.connect.replicate;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.EntityModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a golden record has the values of an attribute from, as far as a purpose may use them. */
record Origins(EntityModel model, String purpose) {

    /**
     * @param record the source record
     * @param version its version
     * @param asOf when the source last changed or verified the values
     */
    record Origin(RecordId record, int version, Instant asOf) {}

    /** The winner if the purpose may use it, otherwise the best loser that has the values; empty if nobody has. */
    Optional<Origin> of(GoldenRecord golden, String attribute, List<String> values) {
        String key = model.attribute(attribute)
                .flatMap(one -> one.group())
                .filter(golden.provenance()::containsKey)
                .orElse(attribute);
        Optional<Provenance> provenance =
                Optional.ofNullable(golden.provenance().get(key));
        return provenance
                .filter(winner -> winner.purposes().contains(purpose))
                .map(winner -> new Origin(winner.record(), winner.version(), winner.asOf()))
                .or(() -> provenance.flatMap(all -> loser(all, attribute, values)));
    }

    private Optional<Origin> loser(Provenance provenance, String attribute, List<String> values) {
        return provenance.losers().stream()
                .filter(loser -> loser.purposes().contains(purpose))
                .filter(loser ->
                        loser.values().getOrDefault(attribute, List.of()).equals(values))
                .map(loser -> new Origin(loser.record(), loser.version(), loser.asOf()))
                .findFirst();
    }
}
