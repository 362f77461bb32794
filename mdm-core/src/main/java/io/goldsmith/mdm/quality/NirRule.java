package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.standardise.Nir;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Refuses French social security numbers under every configuration: the law lets few keep them, and a customer hub is none of these. An
 * attribute whose values have a form and check of their own, which a NIR could only meet by chance, is not looked at.
 */
final class NirRule {

    /** What is kept in the place of a value that holds such a number; refused like the number itself. */
    static final String MARK = "[NIR]";

    private static final String NAME = "no-nir";
    private static final String REASON =
            "holds a French social security number (NIR), which must not be kept here; remove it at the source";

    private final Set<String> exempt = new HashSet<>();

    NirRule(List<AttributeDefinition> attributes) {
        for (AttributeDefinition attribute : attributes) {
            if (hasOwnForm(attribute)) {
                exempt.add(attribute.name());
            }
        }
    }

    private static boolean hasOwnForm(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case PHONE, DATE -> true;
            case IDENTIFIER ->
                switch (attribute.part()) {
                    case "siren", "siret", "vat", "iban" -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    /** One finding for each attribute that holds such a number; never the number. */
    List<Finding> find(AttributeValues raw) {
        List<Finding> findings = new ArrayList<>(0);
        raw.asMap().forEach((attribute, values) -> {
            if (hasRefused(attribute, values)) {
                findings.add(new Finding(NAME, attribute, REASON));
            }
        });
        return findings;
    }

    private boolean hasRefused(String attribute, List<String> values) {
        for (String value : values) {
            if (isRefused(attribute, value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRefused(String attribute, String value) {
        return !exempt.contains(attribute) && (value.equals(MARK) || Nir.isIn(value));
    }

    /** A record with {@link #MARK} for each value that holds such a number; the record itself if none does. */
    AttributeValues masked(AttributeValues raw) {
        if (find(raw).isEmpty()) {
            return raw;
        }
        Map<String, List<String>> kept = new TreeMap<>(raw.asMap());
        kept.replaceAll((attribute, values) -> values.stream()
                .map(value -> isRefused(attribute, value) ? MARK : value)
                .distinct()
                .toList());
        return AttributeValues.of(kept);
    }
}
