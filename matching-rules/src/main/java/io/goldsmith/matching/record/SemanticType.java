package io.goldsmith.matching.record;

import java.util.Locale;

/** What an attribute means, and so how its values are standardised. In configuration: the name in lower case with hyphens. */
public enum SemanticType {
    PERSON_NAME,
    COMPANY_NAME,
    POSTAL_ADDRESS,
    PHONE,
    EMAIL,
    DATE,
    IDENTIFIER,
    CODE,
    TEXT;

    /** The word used in configuration, for example {@code person-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
