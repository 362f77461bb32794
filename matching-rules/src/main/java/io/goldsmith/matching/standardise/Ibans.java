package io.goldsmith.matching.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bank accounts: IBAN without spaces, checked by its country's format (the IBAN registry of SWIFT, ISO 13616) and its check digits
 * (ISO 7064, modulo 97).
 */
final class Ibans {

    private static final int LETTERS = 26;
    private static final int COUNTRY_AND_CHECK = 4;
    private static final String[] FORMATS = formats();
    private static final Standardised NO_IBAN =
            new Standardised.Refused("is no IBAN: country, length or check digits are wrong");

    private Ibans() {}

    /** By country, one character for each of the account's: n a digit, a letter, c either. */
    private static String[] formats() {
        String[] formats = new String[LETTERS * LETTERS];
        java.util.Arrays.fill(formats, "");
        Map<String, String> written = new HashMap<>();
        for (List<String> line : WordFile.groups("iban-formats")) {
            written.put(line.get(0), line.get(1));
        }
        written.forEach((country, format) -> formats[country(country)] = spread(format));
        return formats;
    }

    /** {@code 5N 2C} as {@code NNNNNCC}. */
    private static String spread(String format) {
        StringBuilder spread = new StringBuilder();
        for (String field : format.split(" ")) {
            int length = Integer.parseInt(field.substring(0, field.length() - 1));
            spread.append(field.substring(field.length() - 1).repeat(length));
        }
        return spread.toString();
    }

    /** The position of a country's code; -1 if it is none. */
    private static int country(String iban) {
        int first = iban.charAt(0) - 'A';
        int second = iban.charAt(1) - 'A';
        return first < 0 || first >= LETTERS || second < 0 || second >= LETTERS ? -1 : first * LETTERS + second;
    }

    static Standardised standardise(String raw) {
        String compact = Folding.compact(raw);
        if (Placeholders.NUMBERS.containNumber(compact)) {
            return Standardised.MISSING;
        }
        String iban = compact.startsWith("IBAN") ? compact.substring(COUNTRY_AND_CHECK) : compact;
        return isIban(iban) ? new Standardised.Value(iban) : NO_IBAN;
    }

    private static boolean isIban(String iban) {
        int country = iban.length() <= COUNTRY_AND_CHECK ? -1 : country(iban);
        if (country < 0 || FORMATS[country].isEmpty() || !fits(iban, FORMATS[country])) {
            return false;
        }
        int account = CheckDigits.modulo97(0, iban, COUNTRY_AND_CHECK, iban.length());
        return CheckDigits.modulo97(account, iban, 0, COUNTRY_AND_CHECK) == 1;
    }

    private static boolean fits(String iban, String format) {
        if (iban.length() != COUNTRY_AND_CHECK + format.length()
                || !CheckDigits.areDigits(iban, 2, COUNTRY_AND_CHECK)) {
            return false;
        }
        for (int position = 0; position < format.length(); position++) {
            char c = iban.charAt(COUNTRY_AND_CHECK + position);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z';
            boolean fits = switch (format.charAt(position)) {
                case 'N' -> digit;
                case 'A' -> letter;
                default -> digit || letter;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
