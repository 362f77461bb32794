package io.goldsmith.samples.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what one record knows under the attribute names of the shipped customer model; empty values are left out. */
final class Attributes {

    /** The columns of the flat file behind {@code id} and {@code source}. */
    static final List<String> NAMES = List.of(
            "party_type",
            "lifecycle",
            "title",
            "given_name",
            "family_name",
            "birth_name",
            "birth_date",
            "company_name",
            "street",
            "postcode",
            "town",
            "country",
            "phone",
            "email",
            "siren",
            "siret",
            "vat_number",
            "iban",
            "socio_professional_category",
            "interests",
            "preferences",
            "loyalty_number",
            "loyalty_tier",
            "consent_profiling",
            "consent_marketing");

    private final Map<String, String> values = new HashMap<>(48);

    static Attributes of(String partyType) {
        return new Attributes().with("party_type", partyType);
    }

    Attributes with(String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
        return this;
    }

    Attributes at(PostalAddress address) {
        return with("street", address.street())
                .with("postcode", address.postcode())
                .with("town", address.town())
                .with("country", address.country());
    }

    Attributes consent(String name, String yesOrNo) {
        return yesOrNo.isEmpty() ? this : with(name, yesOrNo.equals("Y") ? "granted" : "refused");
    }

    Map<String, String> toMap() {
        return values;
    }
}
