package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.standardise.StreetLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A postal address that is verified.
 *
 * @param street the attribute with the street line
 * @param postcode that with the postcode
 * @param town that with the town
 * @param country that with the country; empty: every address is French
 */
public record AddressSubject(
        String name,
        int gain,
        boolean usesCorrected,
        AttributeDefinition street,
        AttributeDefinition postcode,
        AttributeDefinition town,
        Optional<AttributeDefinition> country)
        implements VerifiedSubject {

    private static final Set<String> FRANCE = Set.of("FR", "FRANCE");

    @Override
    public List<AttributeDefinition> attributes() {
        return Stream.concat(Stream.of(street, postcode, town), country.stream())
                .toList();
    }

    @Override
    public boolean asks(AttributeValues standard) {
        return standard.first(street.name()).isPresent()
                && standard.first(postcode.name()).isPresent()
                && standard.first(town.name()).isPresent()
                && country.flatMap(attribute -> standard.first(attribute.name()))
                        .filter(code -> !FRANCE.contains(code))
                        .isEmpty();
    }

    /** The address of a record that asks. */
    AddressForm form(AttributeValues standard) {
        return new AddressForm(
                StreetLine.of(standard.first(street.name()).orElseThrow()),
                standard.first(postcode.name()).orElseThrow(),
                standard.first(town.name()).orElseThrow());
    }

    /** What an entry has in the place of what a record has; what is inside the house is the record's own. */
    Map<String, String> corrections(AddressForm asked, AddressEntry entry) {
        Map<String, String> corrections = new TreeMap<>();
        ReferenceEntry.Address written = entry.written();
        if (!entry.form().line().street().equals(asked.line().street())) {
            String number =
                    written.repetition().isEmpty() ? written.number() : written.number() + " " + written.repetition();
            String units =
                    asked.line().units().isEmpty() ? "" : " " + asked.line().units();
            corrections.put(street.name(), number + " " + written.street() + units);
        }
        if (!entry.form().postcode().equals(asked.postcode())) {
            corrections.put(postcode.name(), written.postcode());
        }
        if (!entry.form().town().equals(asked.town())) {
            corrections.put(town.name(), written.town());
        }
        return corrections;
    }
}
