package io.goldsmith.matching.model;

import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.score.Rival;
import java.util.EnumSet;
import java.util.Set;

/** What a comparison says of a customer, as far as kinds of non-matches differ in it. */
enum Aspect {
    GIVEN_NAME,
    FAMILY_NAME,
    COMPANY_NAME,
    BIRTH_DATE,
    LOCATION,
    EMAIL,
    PERSONAL_IDENTIFIER,
    LEGAL_UNIT,
    ESTABLISHMENT,
    OTHER;

    private static final Set<Aspect> IDENTIFIERS = EnumSet.of(PERSONAL_IDENTIFIER, LEGAL_UNIT, ESTABLISHMENT);

    static Aspect of(ComparisonKind kind, AttributeDefinition attribute) {
        return switch (kind) {
            case NAME -> attribute.part().equals("given") ? GIVEN_NAME : FAMILY_NAME;
            case COMPANY -> COMPANY_NAME;
            case DATE -> BIRTH_DATE;
            case FULL_NAME -> GIVEN_NAME;
            case STREET, POSTCODE, TOWN, ADDRESS, GEO -> LOCATION;
            case EMAIL -> EMAIL;
            case IDENTIFIER -> ofIdentifier(attribute.part());
            default -> OTHER;
        };
    }

    private static Aspect ofIdentifier(String part) {
        return switch (part) {
            case "siren", "vat" -> LEGAL_UNIT;
            case "siret" -> ESTABLISHMENT;
            case "iban" -> OTHER;
            default -> PERSONAL_IDENTIFIER;
        };
    }

    /** Whom such rivals are like in it. */
    Likeness likeness(Rival rival) {
        boolean differs = switch (rival) {
            case STRANGERS -> true;
            case HOUSEHOLD ->
                this == GIVEN_NAME || this == COMPANY_NAME || this == BIRTH_DATE || IDENTIFIERS.contains(this);
            case NAMESAKES ->
                this == BIRTH_DATE || this == LOCATION || this == ESTABLISHMENT || this == PERSONAL_IDENTIFIER;
            case TWINS -> this == GIVEN_NAME || this == COMPANY_NAME || this == EMAIL || IDENTIFIERS.contains(this);
        };
        boolean agrees = rival == Rival.TWINS && this == BIRTH_DATE;
        return differs ? Likeness.STRANGERS : agrees ? Likeness.MATCHES : Likeness.NOBODY;
    }

    /**
     * Whether comparisons of these aspects can tell such rivals from matches: two of them at least must set the rivals apart, or a match
     * with an error in the only one would be taken for a rival.
     */
    static boolean canTell(Rival rival, Set<Aspect> aspects) {
        long apart = aspects.stream()
                .filter(aspect -> aspect.likeness(rival) == Likeness.STRANGERS)
                .count();
        return rival == Rival.STRANGERS
                || apart >= 2 && (rival != Rival.TWINS || aspects.contains(GIVEN_NAME) && aspects.contains(BIRTH_DATE));
    }
}
