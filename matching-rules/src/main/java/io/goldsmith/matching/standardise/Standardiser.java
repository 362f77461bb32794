package io.goldsmith.matching.standardise;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Standardises whole records: each attribute by its type and part. Immutable, thread-safe, idempotent. */
public final class Standardiser {

    private static final int LONGEST_VALUE = 1000;

    private final List<AttributeDefinition> attributes;
    private final List<ValueStandardiser> standardisers;

    private Standardiser(List<AttributeDefinition> attributes) {
        this.attributes = List.copyOf(attributes);
        this.standardisers =
                this.attributes.stream().map(Standardiser::forAttribute).toList();
    }

    /** A standardiser of records with these attributes; values of other attributes are left out. */
    public static Standardiser of(List<AttributeDefinition> attributes) {
        return new Standardiser(attributes);
    }

    private static ValueStandardiser forAttribute(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case PERSON_NAME -> attribute.part().equals("full") ? PersonNames::full : PersonNames::part;
            case COMPANY_NAME -> CompanyNames::standardise;
            case POSTAL_ADDRESS ->
                switch (attribute.part()) {
                    case "postcode" -> Towns::postcode;
                    case "town" -> Towns::town;
                    case "country" -> Countries::standardise;
                    default -> Streets::standardise;
                };
            case PHONE -> Phones::standardise;
            case EMAIL -> Emails::standardise;
            case DATE -> Dates::standardise;
            case IDENTIFIER ->
                switch (attribute.part()) {
                    case "siren" -> CompanyIdentifiers::siren;
                    case "siret" -> CompanyIdentifiers::siret;
                    case "vat" -> CompanyIdentifiers::vat;
                    case "iban" -> Ibans::standardise;
                    default -> raw -> Standardised.of(Folding.compact(raw));
                };
            case CODE -> Codes::standardise;
            case TEXT -> raw -> Standardised.of(Folding.words(raw));
        };
    }

    /** The canonical form of one record. An attribute that was emptied on purpose stays known and empty. */
    public StandardRecord standardise(AttributeValues raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<StandardisationProblem> problems = new ArrayList<>();
        for (int position = 0; position < attributes.size(); position++) {
            AttributeDefinition attribute = attributes.get(position);
            if (raw.isKnown(attribute.name())) {
                List<String> given = raw.all(attribute.name());
                Set<String> standard = standardise(attribute, standardisers.get(position), given, problems);
                if (given.isEmpty() || !standard.isEmpty()) {
                    values.put(attribute.name(), List.copyOf(standard));
                }
            }
        }
        return new StandardRecord(AttributeValues.of(values), problems);
    }

    /**
     * The canonical form of one raw value.
     *
     * @param attribute the position of the value's attribute in the list that this standardiser was made of, from 0
     * @throws IndexOutOfBoundsException if there is no such attribute
     */
    public Standardised standardise(int attribute, String raw) {
        return standardise(standardisers.get(attribute), raw);
    }

    private static Set<String> standardise(
            AttributeDefinition attribute,
            ValueStandardiser standardiser,
            List<String> given,
            List<StandardisationProblem> problems) {
        Set<String> standard = new LinkedHashSet<>();
        for (String raw : given) {
            Standardised result = standardise(standardiser, raw);
            if (result instanceof Standardised.Value value && (attribute.multiValued() || standard.isEmpty())) {
                standard.add(value.text());
            } else if (result instanceof Standardised.Refused refused) {
                problems.add(new StandardisationProblem(attribute.name(), refused.reason()));
            }
        }
        return standard;
    }

    private static Standardised standardise(ValueStandardiser standardiser, String raw) {
        if (raw.length() > LONGEST_VALUE) {
            return new Standardised.Refused("is longer than " + LONGEST_VALUE + " characters");
        }
        return Placeholders.isPlaceholder(raw) ? new Standardised.Missing() : standardiser.standardise(raw);
    }
}
