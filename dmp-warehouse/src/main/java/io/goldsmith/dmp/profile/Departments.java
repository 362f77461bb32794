package io.goldsmith.dmp.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The département of a French postcode. */
final class Departments {

    static final String ABROAD = "abroad";

    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final Set<String> FRANCE =
            Set.of("FR", "FRA", "FRANCE", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF");

    private Departments() {}

    static Optional<String> of(String postcode, Optional<String> country) {
        if (country.map(name -> name.strip().toUpperCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !FRANCE.contains(name))
                .isPresent()) {
            return Optional.of(ABROAD);
        }
        String digits = postcode.replace(" ", "");
        if (!POSTCODE.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(ofFrench(digits));
    }

    private static String ofFrench(String digits) {
        // Corsica: Ajaccio and the south have 200xx and 201xx, Bastia and the north 202xx and 206xx.
        if (digits.startsWith("20")) {
            return digits.charAt(2) <= '1' ? "2A" : "2B";
        }
        boolean overseas = digits.startsWith("97") || digits.startsWith("98");
        // 98000 is Monaco, which writes French postcodes but is no département.
        if (digits.startsWith("980")) {
            return ABROAD;
        }
        return digits.substring(0, overseas ? 3 : 2);
    }
}
