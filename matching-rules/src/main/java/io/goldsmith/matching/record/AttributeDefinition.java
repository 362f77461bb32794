package io.goldsmith.matching.record;

import java.util.Objects;

/**
 * One attribute of a record.
 *
 * @param name the attribute's name, for example {@code family_name}
 * @param type what it means
 * @param part which part of its type it holds, empty if the whole: {@code given}, {@code family} or {@code full} of a person name;
 *     {@code street}, {@code postcode}, {@code town} or {@code country} of a postal address; {@code siren}, {@code siret},
 *     {@code vat} or {@code iban} of an identifier; {@code email}, {@code phone} and the others have none
 * @param multiValued whether one record may hold several values
 */
public record AttributeDefinition(String name, SemanticType type, String part, boolean multiValued) {

    public AttributeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(part, "part");
    }
}
