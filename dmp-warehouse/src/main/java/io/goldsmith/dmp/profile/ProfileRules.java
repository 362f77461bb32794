package io.goldsmith.dmp.profile;

import io.goldsmith.dmp.AttributeRule;
import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.DmpSettingsException;
import io.goldsmith.dmp.LegalBasis;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.model.Sensitivity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes profiles of customers' facts, by the settings and the sensitivities of the model. What the settings do not name
 * does not enter a profile, and rules about direct identifiers are refused when they are made, so that none can pass.
 */
public final class ProfileRules {

    private record Made(String name, String from, Generalisation generalisation, Optional<String> countryFrom) {}

    private final List<Made> rules;
    private final String purpose;
    private final String consentAttribute;
    private final LegalBasis legalBasis;
    private final Clock clock;

    private ProfileRules(List<Made> rules, DmpSettings settings, Clock clock) {
        this.rules = List.copyOf(rules);
        this.purpose = settings.purpose();
        this.consentAttribute = settings.consentAttribute();
        this.legalBasis = settings.legalBasis();
        this.clock = clock;
    }

    /**
     * The rules of the settings, checked against the model.
     *
     * @param model the attributes that there are, with their sensitivities
     * @param clock tells the day that ages and recencies are counted to
     * @throws DmpSettingsException naming every key that is about an unknown attribute, a direct identifier, an
     *     unknown generalisation, or an exact value where a band belongs
     */
    public static ProfileRules of(DmpSettings settings, EntityModel model, Clock clock) {
        List<String> problems = new ArrayList<>();
        List<Made> rules = new ArrayList<>();
        settings.profile()
                .attributes()
                .forEach((name, rule) -> made(name, rule, model, problems).ifPresent(rules::add));
        if (model.attribute(settings.consentAttribute()).isEmpty()) {
            problems.add("dmp.consent-attribute must be an attribute of the model, but '" + settings.consentAttribute()
                    + "' is not");
        }
        if (!problems.isEmpty()) {
            throw new DmpSettingsException(problems);
        }
        return new ProfileRules(rules, settings, clock);
    }

    private static Optional<Made> made(String name, AttributeRule rule, EntityModel model, List<String> problems) {
        String key = "dmp.profile.attributes." + name;
        List<String> own = new ArrayList<>();
        checkSource(key + ".from", rule.from(), model, own);
        rule.countryFrom().ifPresent(country -> checkSource(key + ".country-from", country, model, own));
        Optional<Generalisation> generalisation = Generalisation.of(rule.generalise());
        if (generalisation.isEmpty()) {
            own.add(key + ".generalise: there is no generalisation '" + rule.generalise() + "'");
        }
        if (generalisation.equals(Optional.of(Generalisation.KEEP)) && isFingerprint(rule.from(), model)) {
            own.add(key + ".generalise: '" + rule.from() + "' must be made coarser, since its exact value is a"
                    + " fingerprint; use a band, department or another generalisation");
        }
        problems.addAll(own);
        return own.isEmpty()
                ? generalisation.map(made -> new Made(name, rule.from(), made, rule.countryFrom()))
                : Optional.empty();
    }

    /** Codes have few values each; dates, postcodes, towns and figures have so many that one tells who it is. */
    private static boolean isFingerprint(String from, EntityModel model) {
        return OrderSource.of(from).isPresent()
                || model.attribute(from)
                        .filter(attribute -> attribute.sensitivity() == Sensitivity.QUASI_IDENTIFIER)
                        .filter(attribute -> attribute.definition().type() != SemanticType.CODE)
                        .isPresent();
    }

    private static void checkSource(String key, String attribute, EntityModel model, List<String> problems) {
        if (OrderSource.of(attribute).isPresent()) {
            return;
        }
        Optional<Attribute> found = model.attribute(attribute);
        if (found.isEmpty()) {
            problems.add(key + " must be an attribute of the model or one of " + OrderSource.words() + ", but '"
                    + attribute + "' is neither");
        } else if (found.get().sensitivity() == Sensitivity.DIRECT_IDENTIFIER) {
            problems.add(key + ": '" + attribute + "' is a direct identifier and never leaves for the DMP; remove it");
        }
    }

    /** The customer's profile. Values that a generalisation cannot read are left out. */
    public Profile profile(CustomerFacts facts) {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<String>> attributes = new TreeMap<>();
        for (Made rule : rules) {
            Optional<String> country = rule.countryFrom()
                    .flatMap(name -> facts.valuesOf(name).stream().findFirst());
            List<String> values = OrderSource.of(rule.from())
                    .map(source -> source.values(facts.orders()))
                    .orElseGet(() -> facts.valuesOf(rule.from()))
                    .stream()
                    .flatMap(value -> rule.generalisation().apply(value, country, today).stream())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                attributes.put(rule.name(), values);
            }
        }
        Map<String, Consent> consents = new LinkedHashMap<>();
        Consent.of(facts.valuesOf(consentAttribute)).ifPresent(answer -> consents.put(purpose, answer));
        return new Profile(facts.key(), attributes, facts.orders(), consents, legalBasis);
    }
}
