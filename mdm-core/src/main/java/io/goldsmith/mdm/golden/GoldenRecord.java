package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The one trusted record of a customer, in one version.
 *
 * @param id stable for ever
 * @param version from 1, one more with each change
 * @param attributes the surviving values, as they are shown
 * @param provenance by attribute, or by group for attributes that move as one: where the values come from and what lost
 * @param members the source records of the cluster, sorted
 * @param evaluatedAt the instant for which the survivorship rules were evaluated
 * @param cause what made this version, for example {@code load of crm} or {@code merge by a steward}
 */
public record GoldenRecord(
        GoldenId id,
        int version,
        AttributeValues attributes,
        Map<String, Provenance> provenance,
        List<RecordId> members,
        Instant evaluatedAt,
        String cause) {

    /**
     * The best values that may serve a purpose: the surviving ones where their source allows it, otherwise those of the best losing
     * candidate whose source does. Of a multi-valued attribute every value stays that some allowed candidate has.
     *
     * @param purpose for example {@code marketing}
     */
    public AttributeValues forPurpose(String purpose) {
        return PurposeView.of(this, purpose);
    }
}
