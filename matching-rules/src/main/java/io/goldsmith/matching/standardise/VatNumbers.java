package io.goldsmith.matching.standardise;

/**
 * VAT numbers with their country in front; the check digits of France, Germany, Austria, Switzerland, the United Kingdom, Spain, Italy,
 * the Netherlands, Belgium and Luxembourg are verified. The rules are those that the countries publish and that the European
 * Commission's VIES describes.
 */
final class VatNumbers {

    private static final int LONGEST = 15;
    private static final String FRENCH_KEY = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String SPANISH_PERSON = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SPANISH_COMPANY = "JABCDEFGHI";
    private static final Standardised NO_FORM =
            new Standardised.Refused("is no VAT number: expected a country code and up to thirteen characters");
    private static final Standardised WRONG =
            new Standardised.Refused("is no VAT number of its country: form or check digits are wrong");

    private VatNumbers() {}

    static Standardised standardise(String raw) {
        String number = Folding.compact(raw);
        if (Placeholders.NUMBERS.containNumber(number) || Placeholders.NUMBERS.contain(Folding.words(raw))) {
            return Standardised.MISSING;
        }
        if (!isForm(number)) {
            return NO_FORM;
        }
        if (number.startsWith("CHE")) {
            number = withoutSwissEnding(number);
        } else if (number.length() == 11 && number.startsWith("BE")) {
            number = "BE0" + number.substring(2);
        }
        return isRight(number) ? new Standardised.Value(number) : WRONG;
    }

    private static boolean isForm(String number) {
        if (number.length() < 4 || number.length() > LONGEST || !isLetter(number, 0) || !isLetter(number, 1)) {
            return false;
        }
        for (int position = 2; position < number.length(); position++) {
            if (!isLetter(number, position) && !CheckDigits.areDigits(number, position, position + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(String number, int position) {
        char c = number.charAt(position);
        return c >= 'A' && c <= 'Z';
    }

    private static String withoutSwissEnding(String number) {
        for (String ending : new String[] {"MWST", "TVA", "IVA", "VAT"}) {
            if (number.endsWith(ending)) {
                return number.substring(0, number.length() - ending.length());
            }
        }
        return number;
    }

    private static boolean isRight(String number) {
        return switch (number.substring(0, 2)) {
            case "FR" -> isFrench(number);
            case "DE" -> isGerman(number);
            case "AT" -> isAustrian(number);
            case "CH" -> isSwiss(number);
            case "GB" -> isBritish(number);
            case "ES" -> isSpanish(number);
            case "IT" -> digits(number, 2, 13) && CheckDigits.luhn(number.substring(2)) % 10 == 0;
            case "NL" -> isDutch(number);
            case "BE" ->
                digits(number, 2, 12)
                        && number.charAt(2) <= '1'
                        && 97 - CheckDigits.number(number, 2, 10) % 97 == CheckDigits.number(number, 10, 12);
            case "LU" ->
                digits(number, 2, 10) && CheckDigits.number(number, 2, 8) % 89 == CheckDigits.number(number, 8, 10);
            default -> true;
        };
    }

    private static boolean digits(String number, int from, int to) {
        return number.length() == to && CheckDigits.areDigits(number, from, to);
    }

    /** FR, a key of two and a SIREN. */
    static boolean isFrench(String number) {
        if (!digits(number, 4, 13)) {
            return false;
        }
        long siren = CheckDigits.number(number, 4, 13);
        if (CheckDigits.areDigits(number, 2, 4)) {
            return CheckDigits.number(number, 2, 4) == (12 + 3 * (siren % 97)) % 97;
        }
        int first = FRENCH_KEY.indexOf(number.charAt(2));
        int second = FRENCH_KEY.indexOf(number.charAt(3));
        if (first < 0 || second < 0) {
            return false;
        }
        int key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (siren + 1 + key / 11) % 11 == key % 11;
    }

    /** Nine digits, ISO 7064 modulo 11, 10. */
    private static boolean isGerman(String number) {
        if (!digits(number, 2, 11) || number.charAt(2) == '0') {
            return false;
        }
        int product = 10;
        for (int position = 2; position < 10; position++) {
            int sum = (CheckDigits.digit(number, position) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == CheckDigits.digit(number, 10);
    }

    private static boolean isAustrian(String number) {
        if (number.charAt(2) != 'U' || !digits(number, 3, 11)) {
            return false;
        }
        int sum = 4;
        for (int position = 3; position < 10; position++) {
            int value = CheckDigits.digit(number, position) * (position % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10 == CheckDigits.digit(number, 10);
    }

    private static boolean isSwiss(String number) {
        if (number.charAt(2) != 'E' || !digits(number, 3, 12)) {
            return false;
        }
        int check = 11 - CheckDigits.weighted(number, 3, 5, 4, 3, 2, 7, 6, 5, 4) % 11;
        return check != 10 && check % 11 == CheckDigits.digit(number, 11);
    }

    /** Nine digits by modulo 97, in the old or the new series, with three of a branch behind them or not; or a public body. */
    private static boolean isBritish(String number) {
        if (number.length() == 7) {
            boolean body = number.startsWith("GD", 2) || number.startsWith("HA", 2);
            return body && CheckDigits.areDigits(number, 4, 7);
        }
        if (!digits(number, 2, 11) && !digits(number, 2, 14)) {
            return false;
        }
        long sum = CheckDigits.weighted(number, 2, 8, 7, 6, 5, 4, 3, 2) + CheckDigits.number(number, 9, 11);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static boolean isSpanish(String number) {
        if (number.length() != 11 || !CheckDigits.areDigits(number, 3, 10)) {
            return false;
        }
        char first = number.charAt(2);
        char last = number.charAt(10);
        if (first >= '0' && first <= '9') {
            return last == SPANISH_PERSON.charAt((int) (CheckDigits.number(number, 2, 10) % 23));
        }
        int foreign = "XYZ".indexOf(first);
        if (foreign >= 0) {
            long person = foreign * 10_000_000L + CheckDigits.number(number, 3, 10);
            return last == SPANISH_PERSON.charAt((int) (person % 23));
        }
        if ("KLM".indexOf(first) >= 0) {
            return last == SPANISH_PERSON.charAt((int) (CheckDigits.number(number, 3, 10) % 23));
        }
        int sum = 0;
        for (int position = 3; position < 10; position++) {
            int value = CheckDigits.digit(number, position) * (position % 2 == 1 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        int check = (10 - sum % 10) % 10;
        return last == '0' + check || last == SPANISH_COMPANY.charAt(check);
    }

    /** Nine digits, B and two digits, by the old modulo 11 or, since 2020, by modulo 97 of the whole. */
    private static boolean isDutch(String number) {
        boolean form = number.length() == 14
                && number.charAt(11) == 'B'
                && CheckDigits.areDigits(number, 2, 11)
                && CheckDigits.areDigits(number, 12, 14);
        return form
                && (CheckDigits.weighted(number, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == CheckDigits.digit(number, 10)
                        || CheckDigits.modulo97(0, number, 0, 14) == 1);
    }
}
