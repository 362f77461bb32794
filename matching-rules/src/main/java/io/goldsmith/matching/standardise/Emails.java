package io.goldsmith.matching.standardise;

import java.util.Locale;

/**
 * E-mail addresses: lower case, trimmed, cut out of {@code Name <address>}, checked for their shape. Tags and dots stay, since they
 * are the owner's; {@link EmailParts} reads them where addresses are compared.
 */
final class Emails {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String MAILTO = "mailto:";
    private static final Standardised NO_ADDRESS =
            new Standardised.Refused("is no e-mail address: expected name@domain.tld");
    private static final boolean[] LOCAL = marks("!#$%&'*+/=?^_`{|}~.-");
    private static final boolean[] DOMAIN = marks("-");
    private static final Dictionary PLACEHOLDERS = Dictionary.ofWords("placeholders-email");

    private Emails() {}

    private static boolean[] marks(String others) {
        boolean[] marks = new boolean[128];
        for (char c = 0; c < 128; c++) {
            marks[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
        }
        return marks;
    }

    static Standardised standardise(String raw) {
        String email = raw.strip().toLowerCase(Locale.ROOT);
        int at = email.indexOf('@');
        if (at < 0) {
            return Placeholders.ANYTHING.contain(Folding.words(email)) ? Standardised.MISSING : NO_ADDRESS;
        }
        if (!isAddress(email, at)) {
            email = cutOut(email);
            at = email.indexOf('@');
            if (at < 0 || !isAddress(email, at)) {
                return NO_ADDRESS;
            }
        }
        return isPlaceholder(email, at) ? Standardised.MISSING : new Standardised.Value(email);
    }

    /** The address in {@code name <address>}, {@code mailto:address} or {@code address;}. */
    private static String cutOut(String text) {
        int open = text.lastIndexOf('<');
        int close = text.indexOf('>', open + 1);
        String inside = open >= 0 && close > 0 ? text.substring(open + 1, close).strip() : text;
        int from = inside.startsWith(MAILTO) ? MAILTO.length() : 0;
        int to = inside.length();
        while (to > from && ".,;:".indexOf(inside.charAt(to - 1)) >= 0) {
            to--;
        }
        return inside.substring(from, to).strip();
    }

    private static boolean isAddress(String email, int at) {
        if (at < 1 || at > LONGEST_LOCAL || email.length() > LONGEST) {
            return false;
        }
        for (int position = 0; position < at; position++) {
            char c = email.charAt(position);
            if (!isMarked(LOCAL, c) || c == '.' && email.charAt(position + 1) == '.') {
                return false;
            }
        }
        return isDomain(email, at + 1);
    }

    /** Two labels or more between dots, none of them empty. */
    private static boolean isDomain(String email, int from) {
        int labels = 1;
        int label = 0;
        for (int position = from; position < email.length(); position++) {
            char c = email.charAt(position);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                labels++;
                label = 0;
            } else if (isMarked(DOMAIN, c)) {
                label++;
            } else {
                return false;
            }
        }
        return labels > 1 && label > 0;
    }

    private static boolean isMarked(boolean[] marks, char c) {
        return c < 128 ? marks[c] : Character.isLetterOrDigit(c);
    }

    /** The dictionary holds whole addresses, local parts as {@code name@} and domains as {@code @domain}, all in capitals. */
    private static boolean isPlaceholder(String email, int at) {
        String upper = email.toUpperCase(Locale.ROOT);
        return PLACEHOLDERS.contains(upper)
                || !PLACEHOLDERS.meaning(upper, 0, at + 1).isEmpty()
                || !PLACEHOLDERS.meaning(upper, at, upper.length()).isEmpty();
    }
}
