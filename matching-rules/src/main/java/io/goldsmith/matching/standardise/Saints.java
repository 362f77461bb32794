package io.goldsmith.matching.standardise;

/** The abbreviations of a saint before a name, the same for persons, streets and towns. */
final class Saints {

    private Saints() {}

    /** {@code SAINT} of {@code ST}, {@code SAINTE} of {@code STE}; any other word as it is. */
    static String writtenOut(String word) {
        return switch (word) {
            case "ST" -> "SAINT";
            case "STE" -> "SAINTE";
            default -> word;
        };
    }
}
