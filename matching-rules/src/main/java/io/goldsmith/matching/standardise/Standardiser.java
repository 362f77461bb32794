package io.goldsmith.matching.standardise;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Standardises whole records: each attribute by its type and part. Immutable, thread-safe, idempotent. */
public final class Standardiser {

    private static final int LONGEST_VALUE = 1000;
    private static final Standardised TOO_LONG =
            new Standardised.Refused("is longer than " + LONGEST_VALUE + " characters");

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
            case PERSON_NAME ->
                switch (attribute.part()) {
                    case "full" -> PersonNames::full;
                    case "family" -> PersonNames::family;
                    default -> PersonNames::given;
                };
            case COMPANY_NAME -> CompanyNames::standardise;
            case POSTAL_ADDRESS ->
                switch (attribute.part()) {
                    case "postcode" -> Postcodes::standardise;
                    case "town" -> Towns::standardise;
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
                    case "vat" -> VatNumbers::standardise;
                    case "iban" -> Ibans::standardise;
                    default -> Identifiers::standardise;
                };
            case CODE -> Codes::standardise;
            case TEXT -> raw -> Placeholders.ANYTHING.valueOf(Folding.words(raw));
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
                List<String> standard = standardise(attribute, standardisers.get(position), given, problems);
                if (given.isEmpty() || !standard.isEmpty()) {
                    values.put(attribute.name(), standard);
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

    private static List<String> standardise(
            AttributeDefinition attribute,
            ValueStandardiser standardiser,
            List<String> given,
            List<StandardisationProblem> problems) {
        List<String> standard = List.of();
        for (String raw : given) {
            Standardised result = standardise(standardiser, raw);
            if (result instanceof Standardised.Value value) {
                standard = with(standard, value.text(), attribute.multiValued());
            } else if (result instanceof Standardised.Refused refused) {
                problems.add(new StandardisationProblem(attribute.name(), refused.reason()));
            }
        }
        return standard;
    }

    /** The values with one more, if there is none yet, or several may be and it is another. */
    private static List<String> with(List<String> values, String value, boolean multiValued) {
        if (values.isEmpty()) {
            return List.of(value);
        }
        if (!multiValued || values.contains(value)) {
            return values;
        }
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }

    private static Standardised standardise(ValueStandardiser standardiser, String raw) {
        return raw.length() > LONGEST_VALUE ? TOO_LONG : standardiser.standardise(raw);
    }
}
