package io.goldsmith.matching.standardise;

import java.util.Locale;

/** Codes: lower case, single spaces. */
final class Codes {

    private static final int LONGEST_PLACEHOLDER = 30;

    private Codes() {}

    static Standardised standardise(String raw) {
        String spaced = isSpaced(raw) ? raw : spaced(raw);
        if (spaced.length() <= LONGEST_PLACEHOLDER && Placeholders.ANYTHING.containNumber(Folding.words(spaced))) {
            return Standardised.MISSING;
        }
        return Standardised.of(spaced.toLowerCase(Locale.ROOT));
    }

    private static boolean isSpaced(String raw) {
        boolean gap = true;
        for (int position = 0; position < raw.length(); position++) {
            char c = raw.charAt(position);
            if (isGap(c)) {
                if (gap || c != ' ') {
                    return false;
                }
                gap = true;
            } else {
                gap = false;
            }
        }
        return raw.isEmpty() || !gap;
    }

    private static String spaced(String raw) {
        StringBuilder spaced = new StringBuilder(raw.length());
        boolean gap = false;
        for (int position = 0; position < raw.length(); position++) {
            char c = raw.charAt(position);
            if (isGap(c)) {
                gap = true;
            } else {
                if (gap && !spaced.isEmpty()) {
                    spaced.append(' ');
                }
                gap = false;
                spaced.append(c);
            }
        }
        return spaced.toString();
    }

    private static boolean isGap(char c) {
        return c <= ' ' || c == 0x7f || c == '\u00a0' || Character.isWhitespace(c);
    }
}
