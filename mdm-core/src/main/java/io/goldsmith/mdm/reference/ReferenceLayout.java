package io.goldsmith.mdm.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the entries of reference data are. In configuration: the name in lower case with hyphens. */
public enum ReferenceLayout {
    /** Postal addresses, as the Base Adresse Nationale (BAN) has them. */
    @JsonProperty("addresses")
    ADDRESSES,
    /** Legal units by SIREN, as SIRENE has them. */
    @JsonProperty("legal-units")
    LEGAL_UNITS,
    /** Establishments by SIRET, as SIRENE has them. */
    @JsonProperty("establishments")
    ESTABLISHMENTS;

    /** The word used in configuration, for example {@code legal-units}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
