package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is verified: an attribute, or a group of attributes that moves as one. */
public sealed interface VerifiedSubject permits AddressSubject, CompanySubject {

    /** The attribute's name, or the group's. */
    String name();

    /** By how much a verified value is believed more, 0 to 100. */
    int gain();

    /** Whether a corrected value takes the place of what the source has. */
    boolean usesCorrected();

    /** The attributes whose values an answer depends on. */
    List<AttributeDefinition> attributes();

    /** The hash of a record's standard values of these attributes; empty if there is nothing to verify. */
    default Optional<String> hash(AttributeValues standard) {
        if (!asks(standard)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (AttributeDefinition attribute : attributes()) {
            texts.add(attribute.name());
            texts.add(String.join("\n", standard.all(attribute.name())));
        }
        return Optional.of(ContentHash.of(texts));
    }

    /** Whether a record has what reference data can be asked about. */
    boolean asks(AttributeValues standard);
}
