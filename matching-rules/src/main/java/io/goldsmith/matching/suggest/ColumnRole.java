package io.goldsmith.matching.suggest;

import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.record.SemanticType;
import java.util.Locale;

/** What a column was found to hold, and so how it is standardised and compared. */
public enum ColumnRole {
    EMAIL(SemanticType.EMAIL, "", ComparisonKind.EMAIL),
    PHONE(SemanticType.PHONE, "", ComparisonKind.PHONE),
    IBAN(SemanticType.IDENTIFIER, "iban", ComparisonKind.IDENTIFIER),
    SIRET(SemanticType.IDENTIFIER, "siret", ComparisonKind.IDENTIFIER),
    SIREN(SemanticType.IDENTIFIER, "siren", ComparisonKind.IDENTIFIER),
    VAT(SemanticType.IDENTIFIER, "vat", ComparisonKind.IDENTIFIER),
    DATE(SemanticType.DATE, "", ComparisonKind.DATE),
    /** Dates of which too many are impossible: kept as they are written, since even a wrong date is evidence. */
    WRITTEN_DATE(SemanticType.CODE, "", ComparisonKind.DATE),
    COMPANY(SemanticType.COMPANY_NAME, "", ComparisonKind.COMPANY),
    ADDRESS(SemanticType.TEXT, "", ComparisonKind.ADDRESS),
    STREET(SemanticType.POSTAL_ADDRESS, "street", ComparisonKind.STREET),
    POSTCODE(SemanticType.POSTAL_ADDRESS, "postcode", ComparisonKind.POSTCODE),
    COUNTRY(SemanticType.POSTAL_ADDRESS, "country", ComparisonKind.CODE),
    FULL_NAME(SemanticType.PERSON_NAME, "full", ComparisonKind.FULL_NAME),
    GIVEN_NAME(SemanticType.PERSON_NAME, "given", ComparisonKind.NAME),
    FAMILY_NAME(SemanticType.PERSON_NAME, "family", ComparisonKind.NAME),
    TOWN(SemanticType.POSTAL_ADDRESS, "town", ComparisonKind.TOWN),
    HOUSE_NUMBER(SemanticType.IDENTIFIER, "", ComparisonKind.CODE),
    IDENTIFIER(SemanticType.IDENTIFIER, "", ComparisonKind.IDENTIFIER),
    CODE(SemanticType.CODE, "", ComparisonKind.CODE),
    TEXT(SemanticType.TEXT, "", ComparisonKind.TEXT),
    /** Where a record comes from, which says nothing of whom it speaks of. */
    SOURCE(SemanticType.CODE, "", ComparisonKind.CODE);

    private final SemanticType type;
    private final String part;
    private final ComparisonKind kind;

    ColumnRole(SemanticType type, String part, ComparisonKind kind) {
        this.type = type;
        this.part = part;
        this.kind = kind;
    }

    /** The type of attribute that it fills. */
    public SemanticType type() {
        return type;
    }

    /** The part of the type that it fills; empty if it has none. */
    public String part() {
        return part;
    }

    ComparisonKind kind() {
        return kind;
    }

    /** The word used in the list of header words and in comments, for example {@code given-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
