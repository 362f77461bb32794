package io.goldsmith.matching.standardise;

import java.util.Locale;

/** Codes: lower case, single spaces. */
final class Codes {

    private Codes() {}

    static Standardised standardise(String raw) {
        return Standardised.of(
                raw.strip().replaceAll("[\\s\\p{Cntrl}]+", " ").strip().toLowerCase(Locale.ROOT));
    }
}
