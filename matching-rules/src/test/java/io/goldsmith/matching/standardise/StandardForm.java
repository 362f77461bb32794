package io.goldsmith.matching.standardise;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import java.util.List;
import java.util.Locale;

/** The standard form of one value, as tables of tests write it: the form, {@code (missing)} or {@code (refused)}. */
final class StandardForm {

    static final String MISSING = "(missing)";
    static final String REFUSED = "(refused)";

    private StandardForm() {}

    /** An attribute of a kind, {@code type/part}. */
    static AttributeDefinition attribute(String kind) {
        String[] parts = kind.split("/", 2);
        SemanticType type = SemanticType.valueOf(parts[0].replace('-', '_').toUpperCase(Locale.ROOT));
        return new AttributeDefinition("a", type, parts[1], false);
    }

    static String of(String kind, String raw) {
        Standardised standard = Standardiser.of(List.of(attribute(kind))).standardise(0, raw);
        if (standard instanceof Standardised.Value value) {
            return value.text();
        }
        return standard instanceof Standardised.Missing ? MISSING : REFUSED;
    }
}
