package io.goldsmith.matching.standardise;

/** The arithmetic of check digits, on ASCII digits and capital letters. */
final class CheckDigits {

    private CheckDigits() {}

    /** Whether a text of some length holds digits alone, from a position to the end that it must have. */
    static boolean areDigits(String text, int from, int to, int length) {
        if (length != to) {
            return false;
        }
        return areDigits(text, from, to);
    }

    /** Whether a stretch holds digits alone. */
    static boolean areDigits(String text, int from, int to) {
        for (int position = from; position < to; position++) {
            char c = text.charAt(position);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    static int digit(String text, int position) {
        return text.charAt(position) - '0';
    }

    /** The number that a stretch of digits writes; at most 18 digits. */
    static long number(String text, int from, int to) {
        long number = 0;
        for (int position = from; position < to; position++) {
            number = number * 10 + digit(text, position);
        }
        return number;
    }

    /** The sum of the digits of a stretch. */
    static int sum(String text, int from, int to) {
        int sum = 0;
        for (int position = from; position < to; position++) {
            sum += digit(text, position);
        }
        return sum;
    }

    /** The sum of Luhn, every other digit doubled from the last but one on: a multiple of ten if the check digit is right. */
    static int luhn(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int position = digits.length() - 1; position >= 0; position--) {
            int digit = digit(digits, position);
            int value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return sum;
    }

    /** The remainder by 97 of a number whose letters stand for two digits, A for 10 (ISO 7064), continued from a first part's. */
    static int modulo97(int before, String text, int from, int to) {
        int remainder = before;
        for (int position = from; position < to; position++) {
            char c = text.charAt(position);
            remainder = c <= '9' ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder;
    }

    /** The sum of digits, each multiplied by its weight. */
    static int weighted(String text, int from, int... weights) {
        int sum = 0;
        for (int position = 0; position < weights.length; position++) {
            sum += digit(text, from + position) * weights[position];
        }
        return sum;
    }
}
