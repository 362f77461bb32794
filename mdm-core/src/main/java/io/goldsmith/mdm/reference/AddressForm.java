package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.standardise.Standardised;
import io.goldsmith.matching.standardise.Standardiser;
import io.goldsmith.matching.standardise.StreetLine;
import java.util.List;
import java.util.Optional;

/**
 * A postal address in standard form, its street line in parts.
 *
 * @param line number, street and units
 * @param postcode the postcode
 * @param town the town
 */
record AddressForm(StreetLine line, String postcode, String town) {

    private static final Standardiser STANDARDISER =
            Standardiser.of(List.of(part("street"), part("postcode"), part("town")));

    private static AttributeDefinition part(String part) {
        return new AttributeDefinition(part, SemanticType.POSTAL_ADDRESS, part, false);
    }

    /** Of an entry of reference data; empty if a part of it has no standard form. */
    static Optional<AddressForm> of(ReferenceEntry.Address address) {
        String line = address.number() + " " + address.repetition() + " " + address.street();
        return standard(0, line)
                .flatMap(street -> standard(1, address.postcode())
                        .flatMap(postcode -> standard(2, address.town())
                                .map(town -> new AddressForm(StreetLine.of(street), postcode, town))))
                .filter(form ->
                        !form.line.number().isEmpty() && !form.line.street().isEmpty());
    }

    private static Optional<String> standard(int position, String raw) {
        return STANDARDISER.standardise(position, raw) instanceof Standardised.Value value
                ? Optional.of(value.text())
                : Optional.empty();
    }

    /** By which the address is found as it stands, but for its town. */
    long addressKey() {
        return LookupKey.of(postcode, line.number(), line.street());
    }

    /** By which the houses of the same number under the same postcode are found. */
    long houseKey() {
        return LookupKey.of(postcode, line.number());
    }

    /** By which the same address under another postcode is found. */
    long streetKey() {
        return LookupKey.of(town, line.number(), line.street());
    }

    boolean hasHouse() {
        return !line.number().isEmpty() && !line.street().isEmpty();
    }
}
