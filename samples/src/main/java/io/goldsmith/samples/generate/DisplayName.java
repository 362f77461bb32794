package io.goldsmith.samples.generate;

import java.util.Locale;

/** A person's name in one field, as accountants write it: {@code LE GALL Jean-Pierre}. */
final class DisplayName {

    private DisplayName() {}

    static String of(String familyName, String givenName) {
        return (familyName.toUpperCase(Locale.ROOT) + " " + givenName).trim();
    }

    /** Where the given name begins: at the first word that has a small letter or is an initial with its full stop. */
    static int startOfGivenName(String displayName) {
        int start = 0;
        while (start < displayName.length()) {
            int space = displayName.indexOf(' ', start);
            String word = displayName.substring(start, space < 0 ? displayName.length() : space);
            if (word.endsWith(".") || !word.equals(word.toUpperCase(Locale.ROOT))) {
                return start;
            }
            start += word.length() + 1;
        }
        return displayName.length();
    }
}
