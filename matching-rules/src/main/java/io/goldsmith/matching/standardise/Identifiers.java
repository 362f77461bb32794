package io.goldsmith.matching.standardise;

/** Identifiers of no known kind: upper-case letters and digits alone. */
final class Identifiers {

    private Identifiers() {}

    static Standardised standardise(String raw) {
        String compact = Folding.compact(raw);
        if (Placeholders.ANYTHING.containNumber(compact)) {
            return Standardised.MISSING;
        }
        return new Standardised.Value(compact);
    }
}
