package io.goldsmith.matching.standardise;

import java.util.regex.Pattern;

/** SIREN, SIRET and VAT numbers, with their check digits. */
final class CompanyIdentifiers {

    private static final Pattern VAT = Pattern.compile("[A-Z]{2}[0-9A-Z]{2,13}");
    private static final Pattern FRENCH_VAT = Pattern.compile("FR[0-9A-Z]{2}[0-9]{9}");
    private static final String LA_POSTE = "356000000";

    private CompanyIdentifiers() {}

    static Standardised siren(String raw) {
        String digits = Folding.compact(raw);
        if (!isDigits(digits, 9)) {
            return new Standardised.Refused("is no SIREN: expected nine digits");
        }
        return luhn(digits) % 10 == 0
                ? new Standardised.Value(digits)
                : new Standardised.Refused("is no SIREN: the check digit is wrong");
    }

    static Standardised siret(String raw) {
        String digits = Folding.compact(raw);
        if (!isDigits(digits, 14)) {
            return new Standardised.Refused("is no SIRET: expected fourteen digits");
        }
        // La Poste numbers its offices by the plain digit sum.
        boolean right = luhn(digits) % 10 == 0
                || digits.startsWith(LA_POSTE)
                        && digits.chars().map(digit -> digit - '0').sum() % 5 == 0;
        return right
                ? new Standardised.Value(digits)
                : new Standardised.Refused("is no SIRET: the check digit is wrong");
    }

    static Standardised vat(String raw) {
        String number = Folding.compact(raw);
        if (!VAT.matcher(number).matches()) {
            return new Standardised.Refused("is no VAT number: expected a country code and up to thirteen characters");
        }
        if (number.startsWith("FR") && !isFrenchVat(number)) {
            return new Standardised.Refused("is no French VAT number: expected FR, a key of two and a SIREN that fit");
        }
        return new Standardised.Value(number);
    }

    /** The SIREN within a French VAT number in standard form; empty if the number is not French. */
    static String sirenOfVat(String number) {
        return number.startsWith("FR") && isFrenchVat(number) ? number.substring(4) : "";
    }

    private static boolean isFrenchVat(String number) {
        if (!FRENCH_VAT.matcher(number).matches()) {
            return false;
        }
        String key = number.substring(2, 4);
        long siren = Long.parseLong(number.substring(4));
        return !isDigits(key, 2) || Integer.parseInt(key) == (12 + 3 * (siren % 97)) % 97;
    }

    private static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int position = 0; position < digits.length(); position++) {
            int digit = digits.charAt(digits.length() - 1 - position) - '0';
            int doubled = position % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }
}
