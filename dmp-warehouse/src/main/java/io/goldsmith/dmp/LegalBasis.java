package io.goldsmith.dmp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why profiles may be held: the setting {@code dmp.legal-basis}. */
public enum LegalBasis {
    /** Only who granted it is profiled; who never answered is not. */
    @JsonProperty("consent")
    CONSENT,
    /** Who did not object is profiled; a refusal is an objection. */
    @JsonProperty("legitimate-interest")
    LEGITIMATE_INTEREST;

    /** The word that stands for it in the configuration and in the warehouse. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
