package io.goldsmith.matching.standardise;

import java.util.regex.Pattern;

/** Towns and postcodes: {@code St-Étienne Cedex 2} is {@code SAINT ETIENNE}, {@code F-75 001} is {@code 75001}. */
final class Towns {

    private static final Pattern CEDEX = Pattern.compile("\\bCEDEX( \\d+)?\\b.*");
    private static final Pattern DISTRICT =
            Pattern.compile("(?<=\\p{L}) \\d{1,2}( ?(E|ER|EME|EM|ND|ST|TH))?( ARRONDISSEMENT| ARR| ARRDT)?$");
    private static final Pattern COUNTRY_PREFIX = Pattern.compile("^(FR|F|D|B|CH|L|I|E)(?=\\d)");

    private static final Pattern SAINT = Pattern.compile("\\bST\\b(?= )");
    private static final Pattern SAINTE = Pattern.compile("\\bSTE\\b(?= )");

    private Towns() {}

    static Standardised town(String raw) {
        String words = Folding.words(raw.replace("s/", "sur ").replace("S/", "SUR "));
        words = CEDEX.matcher(words).replaceFirst("").trim();
        words = DISTRICT.matcher(words).replaceFirst("");
        words = SAINT.matcher(words).replaceAll("SAINT");
        words = SAINTE.matcher(words).replaceAll("SAINTE");
        return Standardised.of(words);
    }

    static Standardised postcode(String raw) {
        String code = COUNTRY_PREFIX.matcher(Folding.compact(raw)).replaceFirst("");
        return code.length() > 10
                ? new Standardised.Refused("is no postcode: longer than ten letters and digits")
                : Standardised.of(code);
    }
}
