package io.goldsmith.matching.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries as two-letter ISO 3166 codes, from codes and from their French, English, German, Spanish, Italian or Dutch names. */
final class Countries {

    private static final Map<String, String> CODES = read();
    /** Namibia's code is far more often written for "not available". */
    private static final String AMBIGUOUS = "NA";

    private static final Standardised NO_COUNTRY =
            new Standardised.Refused("is no country: expected an ISO 3166 code or a country's name");

    private Countries() {}

    private static Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            for (String language : new String[] {"fr", "en", "de", "es", "it", "nl"}) {
                codes.putIfAbsent(Folding.words(country.getDisplayCountry(new Locale(language))), code);
            }
            codes.put(country.getISO3Country(), code);
            codes.put(code, code);
        }
        for (List<String> line : WordFile.groups("countries")) {
            line.subList(1, line.size()).forEach(name -> codes.put(name, line.get(0)));
        }
        return Map.copyOf(codes);
    }

    static Standardised standardise(String raw) {
        String folded = Folding.words(raw);
        String code = CODES.getOrDefault(folded, "");
        if (!code.isEmpty() && !folded.equals(AMBIGUOUS)) {
            return new Standardised.Value(code);
        }
        return Placeholders.ANYTHING.contain(folded) ? Standardised.MISSING : NO_COUNTRY;
    }
}
