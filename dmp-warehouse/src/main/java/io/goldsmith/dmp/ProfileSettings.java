package io.goldsmith.dmp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a profile is made of: {@code dmp.profile}.
 *
 * @param attributes the profile's attributes by name, in the order of the file
 */
public record ProfileSettings(Map<String, AttributeRule> attributes) {

    /** An attribute without {@code from} is made of the model's attribute of the same name. */
    public ProfileSettings {
        Map<String, AttributeRule> named = new LinkedHashMap<>();
        Defaults.or(attributes, customerModel())
                .forEach((name, rule) -> named.put(
                        name,
                        rule.from().isEmpty() ? new AttributeRule(name, rule.generalise(), rule.countryFrom()) : rule));
        attributes = Collections.unmodifiableMap(named);
    }

    /**
     * The profile of the customer model that ships. Years of birth are banded rather than ages: a band of birth years
     * stays with a person for life, whereas ages would move persons between classes at every load and set off the guard
     * against differencing.
     */
    private static Map<String, AttributeRule> customerModel() {
        Map<String, AttributeRule> rules = new LinkedHashMap<>();
        rules.put("party_type", AttributeRule.of("party_type", "keep"));
        rules.put("lifecycle", AttributeRule.of("lifecycle", "keep"));
        rules.put("birth_years", AttributeRule.of("birth_date", "birth-year-band-5"));
        rules.put("department", AttributeRule.of("postcode", "department").withCountryFrom("country"));
        rules.put("title", AttributeRule.of("title", "keep"));
        rules.put(
                "socio_professional_category",
                AttributeRule.of("socio_professional_category", "socio-professional-category"));
        rules.put("interests", AttributeRule.of("interests", "keep"));
        rules.put("preferences", AttributeRule.of("preferences", "keep"));
        rules.put("loyalty_tier", AttributeRule.of("loyalty_tier", "keep"));
        rules.put("amount_band", AttributeRule.of("orders.amount", "amount-band"));
        rules.put("frequency_band", AttributeRule.of("orders.count", "count-band"));
        rules.put("recency_band", AttributeRule.of("orders.last-date", "recency-band"));
        return rules;
    }
}
