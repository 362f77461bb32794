package io.goldsmith.dmp;

import java.util.Optional;

/**
 * How one attribute comes into the profile.
 *
 * @param from the model's attribute that it is made of, or {@code orders.amount}, {@code orders.count},
 *     {@code orders.last-date}
 * @param generalise the word of a generalisation, such as {@code birth-year-band-5}; {@code keep} by default
 * @param countryFrom for {@code department}: the model's attribute with the country, so that a foreign postcode is not
 *     taken for a French one; without it, every postcode of five digits is taken as French
 */
public record AttributeRule(String from, String generalise, Optional<String> countryFrom) {

    /** Fills in what a file leaves out. */
    public AttributeRule {
        from = Defaults.or(from, "");
        generalise = Defaults.or(generalise, "keep");
        countryFrom = Defaults.or(countryFrom, Optional.empty());
    }

    /** A rule that looks at one attribute alone. */
    public static AttributeRule of(String from, String generalise) {
        return new AttributeRule(from, generalise, Optional.empty());
    }

    /** This rule, told the country by another attribute of the model. */
    public AttributeRule withCountryFrom(String attribute) {
        return new AttributeRule(from, generalise, Optional.of(attribute));
    }
}
