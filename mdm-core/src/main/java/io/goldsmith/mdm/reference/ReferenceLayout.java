package io.goldsmith.mdm.reference;

import java.util.Locale;

/** What the entries of reference data are. */
public enum ReferenceLayout {
    /** Postal addresses, as the Base Adresse Nationale (BAN) has them. */
    ADDRESSES,
    /** Legal units by SIREN, as SIRENE has them. */
    LEGAL_UNITS,
    /** Establishments by SIRET, as SIRENE has them. */
    ESTABLISHMENTS;

    /** The word used in configuration, for example {@code legal-units}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
