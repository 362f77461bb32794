package io.goldsmith.samples.generate;

import java.util.Locale;

/**
 * A company's name.
 *
 * @param base without the legal form, for example {@code Boulangerie du Centre}
 * @param legalForm for example {@code SARL}
 */
record CompanyName(String base, String legalForm) {

    String full() {
        return legalForm + " " + base;
    }

    /** Another way to write it: without or behind the legal form, with "Ets", as an acronym, with "&" or "et" changed. */
    String variant(Draw draw) {
        return switch (draw.below(6)) {
            case 0, 1 -> base;
            case 2 -> base + " " + legalForm;
            case 3 -> "Ets " + base;
            case 4 -> acronymOr(base);
            default -> base.contains(" & ") ? base.replace(" & ", " et ") : base.replace(" et ", " & ");
        };
    }

    private static String acronymOr(String base) {
        String[] words = base.split("[ -]");
        if (words.length < 3) {
            return base;
        }
        StringBuilder acronym = new StringBuilder(words.length);
        for (String word : words) {
            if (Character.isLetter(word.charAt(0))) {
                acronym.append(word.charAt(0));
            }
        }
        return acronym.length() < 3 ? base : acronym.toString().toUpperCase(Locale.ROOT);
    }
}
