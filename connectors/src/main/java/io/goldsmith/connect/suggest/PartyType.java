package io.goldsmith.connect.suggest;

import io.goldsmith.matching.suggest.ValueWords;
import io.goldsmith.mdm.model.Attribute;
import java.util.Optional;

/**
 * An attribute that tells persons from organisations.
 *
 * @param attribute the attribute
 * @param person its word for a person
 * @param organisation its word for an organisation
 */
record PartyType(Attribute attribute, String person, String organisation) {

    /** Empty if the attribute's permitted values are not these two. */
    static Optional<PartyType> of(Attribute attribute) {
        Optional<String> person = ValueWords.meaning("PERSON", attribute.values());
        Optional<String> organisation = ValueWords.meaning("ORGANISATION", attribute.values());
        return person.isPresent() && organisation.isPresent()
                ? Optional.of(new PartyType(attribute, person.get(), organisation.get()))
                : Optional.empty();
    }
}
