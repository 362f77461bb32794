package io.goldsmith.matching.standardise;

import java.nio.charset.StandardCharsets;

/**
 * Reads phone numbers that are plainly written: French ones with ten digits, and those of eight countries behind {@code +} or
 * {@code 00}, with usual separators and the trunk zero in brackets. Lengths and first digits are narrower than the library's, so
 * that what is read here is what the library reads; a test holds the two against each other.
 */
final class PlainPhone {

    private static final int LONGEST = 24;

    private PlainPhone() {}

    /** The number in E.164; empty if it is not plain. */
    static String read(String raw) {
        int length = raw.length();
        if (length < 8 || length > LONGEST) {
            return "";
        }
        byte[] digits = new byte[length];
        int count = 0;
        boolean plus = false;
        for (int position = 0; position < length; position++) {
            char c = raw.charAt(position);
            if (c >= '0' && c <= '9') {
                digits[count++] = (byte) c;
            } else if (c == '+' && count == 0 && !plus) {
                plus = true;
            } else if (c != ' ' && c != '.' && c != '-' && c != '\u00a0' || count == 0 && c != ' ') {
                if (c != '(' || !isTrunkZero(raw, position)) {
                    return "";
                }
                position += 2;
            }
        }
        if (plus) {
            return international(digits, 0, count);
        }
        if (count > 2 && digits[0] == '0' && digits[1] == '0') {
            return international(digits, 2, count);
        }
        return count == 10 && digits[0] == '0' && digits[1] >= '1' ? written("33", digits, 1, count) : "";
    }

    /** {@code (0)} behind {@code +33} or the like and before another digit. */
    private static boolean isTrunkZero(String raw, int position) {
        int countryDigits = 0;
        for (int before = 0; before < position; before++) {
            countryDigits += Character.isDigit(raw.charAt(before)) ? 1 : 0;
        }
        return raw.charAt(0) == '+'
                && countryDigits == 2
                && raw.startsWith("(0)", position)
                && (raw.startsWith("+33") || raw.startsWith("+44") || raw.startsWith("+49") || raw.startsWith("+31"));
    }

    private static String international(byte[] digits, int from, int count) {
        if (count - from < 10) {
            return "";
        }
        int country = (digits[from] - '0') * 10 + digits[from + 1] - '0';
        int national = count - from - 2;
        int first = digits[from + 2] - '0';
        boolean plain = switch (country) {
            case 33 -> national == 9 && first > 0;
            case 44 -> national == 10 && first > 0;
            case 49 -> (national == 10 || national == 11) && first > 0;
            case 34 -> national == 9 && first >= 6;
            case 39 -> (national == 9 || national == 10) && first == 3;
            case 31 -> national == 9 && first > 0;
            case 32 -> (national == 8 || national == 9) && first > 0;
            case 41 -> national == 9 && first > 0;
            default -> false;
        };
        return plain ? written("", digits, from, count) : "";
    }

    private static String written(String country, byte[] digits, int from, int to) {
        byte[] number = new byte[1 + country.length() + to - from];
        number[0] = '+';
        for (int position = 0; position < country.length(); position++) {
            number[1 + position] = (byte) country.charAt(position);
        }
        System.arraycopy(digits, from, number, 1 + country.length(), to - from);
        return new String(number, StandardCharsets.ISO_8859_1);
    }
}
