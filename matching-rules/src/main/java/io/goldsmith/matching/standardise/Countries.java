package io.goldsmith.matching.standardise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries as two-letter ISO 3166 codes, from codes and from their French, English, German, Spanish, Italian or Dutch names. */
final class Countries {

    private static final Map<String, String> CODES = read();

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
        for (String line : WordFile.lines("countries")) {
            String[] words = line.split("[=,]");
            for (int word = 1; word < words.length; word++) {
                codes.put(words[word].trim(), words[0].trim());
            }
        }
        return Map.copyOf(codes);
    }

    static Standardised standardise(String raw) {
        String code = CODES.get(Folding.words(raw));
        return code == null
                ? new Standardised.Refused("is no country: expected an ISO 3166 code or a country's name")
                : new Standardised.Value(code);
    }
}
