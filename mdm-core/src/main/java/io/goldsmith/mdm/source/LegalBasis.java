package io.goldsmith.mdm.source;

/** What makes a purpose lawful (GDPR, article 6). */
public enum LegalBasis {
    CONSENT,
    CONTRACT,
    LEGITIMATE_INTEREST,
    LEGAL_OBLIGATION;

    /** Whether a person can end it by withdrawing or objecting. */
    public boolean restsOnWill() {
        return this == CONSENT || this == LEGITIMATE_INTEREST;
    }
}
