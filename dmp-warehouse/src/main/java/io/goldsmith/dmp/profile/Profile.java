package io.goldsmith.dmp.profile;

import io.goldsmith.dmp.DmpException;
import io.goldsmith.dmp.LegalBasis;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The DMP's view of a customer. It is pseudonymous, hence still personal data: its key is a keyed hash that only the
 * hub can relate to a person. {@link ProfileRules} makes it, and lets no direct identifier through.
 *
 * @param key the pseudonymous key: 16 to 128 letters, digits, {@code _} or {@code -}, so that neither an e-mail address
 *     nor a name passes for one
 * @param attributes generalised values by attribute name, in sorted order; no entry is empty
 * @param orders recency, frequency and amount
 * @param consents answers by purpose; a purpose never asked for is absent
 * @param legalBasis why the profile may be held
 */
public record Profile(
        String key,
        Map<String, List<String>> attributes,
        OrderSummary orders,
        Map<String, Consent> consents,
        LegalBasis legalBasis) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    /** @throws DmpException when the key is not opaque, or an attribute has no value */
    public Profile {
        if (!KEY.matcher(key).matches()) {
            throw new DmpException("A profile's key must be a keyed hash of 16 to 128 letters, digits, _ or -,"
                    + " but one of " + key.length() + " characters is not; derive it with the hub's profile key");
        }
        Map<String, List<String>> sorted = new TreeMap<>();
        attributes.forEach((name, values) -> {
            if (values.isEmpty()) {
                throw new DmpException(
                        "A profile's attribute must have a value or be absent, but " + name + " is empty");
            }
            sorted.put(name, List.copyOf(values));
        });
        attributes = Collections.unmodifiableMap(sorted);
        consents = Map.copyOf(consents);
    }

    /** The attribute's values as one: several are joined in sorted order by {@code |}; missing gives {@code otherwise}. */
    public String valueOf(String attribute, String otherwise) {
        List<String> values = attributes.getOrDefault(attribute, List.of());
        return switch (values.size()) {
            case 0 -> otherwise;
            case 1 -> values.get(0);
            default -> String.join("|", values.stream().sorted().distinct().toList());
        };
    }
}
