package io.goldsmith.dmp;

import java.util.Arrays;
import java.util.Optional;

/** Why profiles may be held: the setting {@code dmp.legal-basis}. */
public enum LegalBasis {
    /** Only who granted it is profiled; who never answered is not. */
    CONSENT("consent"),
    /** Who did not object is profiled; a refusal is an objection. */
    LEGITIMATE_INTEREST("legitimate-interest");

    private final String word;

    LegalBasis(String word) {
        this.word = word;
    }

    /** The word that stands for it in the configuration and in the warehouse. */
    public String word() {
        return word;
    }

    static Optional<LegalBasis> of(String word) {
        return Arrays.stream(values()).filter(basis -> basis.word.equals(word)).findFirst();
    }
}
