package io.goldsmith.connect.mapping;

import io.goldsmith.mdm.reference.ReferenceLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A field of an entry of reference data, with the column in which its publisher has it. */
enum ReferenceField {
    ID(ReferenceLayout.ADDRESSES, "id"),
    NUMBER(ReferenceLayout.ADDRESSES, "numero"),
    REPETITION(ReferenceLayout.ADDRESSES, "rep"),
    STREET(ReferenceLayout.ADDRESSES, "nom_voie"),
    POSTCODE(ReferenceLayout.ADDRESSES, "code_postal"),
    TOWN(ReferenceLayout.ADDRESSES, "nom_commune"),
    SIREN(ReferenceLayout.LEGAL_UNITS, "siren"),
    UNIT_STATE(ReferenceLayout.LEGAL_UNITS, "etatAdministratifUniteLegale"),
    CATEGORY(ReferenceLayout.LEGAL_UNITS, "categorieJuridiqueUniteLegale"),
    NAME(ReferenceLayout.LEGAL_UNITS, "denominationUniteLegale"),
    USUAL_NAME(ReferenceLayout.LEGAL_UNITS, "denominationUsuelle1UniteLegale"),
    ACRONYM(ReferenceLayout.LEGAL_UNITS, "sigleUniteLegale"),
    SIRET(ReferenceLayout.ESTABLISHMENTS, "siret"),
    SITE_STATE(ReferenceLayout.ESTABLISHMENTS, "etatAdministratifEtablissement");

    private final ReferenceLayout layout;
    private final String column;

    ReferenceField(ReferenceLayout layout, String column) {
        this.layout = layout;
        this.column = column;
    }

    /** The word used in configuration, for example {@code usual-name}. */
    String word() {
        return switch (this) {
            case UNIT_STATE, SITE_STATE -> "state";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The column of the publisher's files. */
    String column() {
        return column;
    }

    static List<ReferenceField> of(ReferenceLayout layout) {
        return Arrays.stream(values()).filter(field -> field.layout == layout).toList();
    }
}
