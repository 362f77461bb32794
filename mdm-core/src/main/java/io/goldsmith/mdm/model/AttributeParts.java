package io.goldsmith.mdm.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which parts a semantic type has. */
final class AttributeParts {

    private static final Map<String, Set<String>> PARTS = Map.of(
            "person-name", Set.of("given", "family", "full"),
            "postal-address", Set.of("street", "postcode", "town", "country"),
            "identifier", Set.of("siren", "siret", "vat", "iban"));

    private AttributeParts() {}

    /** The parts of a type by its word, sorted; none if the type is a whole. */
    static Set<String> of(String type) {
        return new TreeSet<>(PARTS.getOrDefault(type, Set.of()));
    }
}
