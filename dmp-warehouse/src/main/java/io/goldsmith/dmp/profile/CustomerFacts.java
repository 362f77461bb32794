package io.goldsmith.dmp.profile;

import java.util.List;
import java.util.Map;

/**
 * What the hub tells of one customer, before generalisation. It lives only in passing: what is kept is the profile.
 *
 * @param key the pseudonymous key, see {@link Profile#key()}
 * @param values the model's attribute values by attribute name; an attribute without a value is absent
 * @param orders the summary of the customer's orders
 */
public record CustomerFacts(String key, Map<String, List<String>> values, OrderSummary orders) {

    List<String> valuesOf(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }
}
