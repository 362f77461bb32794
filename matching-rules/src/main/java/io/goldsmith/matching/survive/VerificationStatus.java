package io.goldsmith.matching.survive;

import java.util.Locale;

/** What reference data say of a value. */
public enum VerificationStatus {
    /** The reference has it. */
    VERIFIED,
    /** The reference has one other that it can only stand for. */
    CORRECTED,
    /** The reference covers it, but does not have it, or has several that it could stand for. */
    UNKNOWN;

    /** The word used in provenance and documents, for example {@code verified}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
