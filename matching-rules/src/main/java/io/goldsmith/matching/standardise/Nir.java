package io.goldsmith.matching.standardise;

/**
 * Recognises French social security numbers (NIR, numéro d'inscription au répertoire): sex, year, month, department, commune, order,
 * and a key of two, 97 less the remainder of the first thirteen digits by 97; 2A and 2B, for Corsica, count as 19 and 18 (INSEE, decree 82-103).
 * Only who is entitled by law may keep one, so a hub refuses it. The key is right by chance for one in 97 numbers of that form.
 */
public final class Nir {

    private static final int LENGTH = 15;
    private static final int KEY = 13;
    private static final int MOST_GROUPS = 7;
    /** Where a number that is written in groups has its spaces. */
    private static final String GROUP_ENDS = " 1 3 5 7 10 13 15 ";

    private Nir() {}

    /** Whether the whole text is a NIR with its key, with or without spaces, dots or hyphens. */
    public static boolean isOne(String text) {
        char[] number = new char[LENGTH];
        int length = 0;
        for (int position = 0; position < text.length(); position++) {
            char c = text.charAt(position);
            if (isSign(c)) {
                if (length == LENGTH) {
                    return false;
                }
                number[length++] = Character.toUpperCase(c);
            } else if (!isGap(c)) {
                return false;
            }
        }
        return length == LENGTH && isRight(number);
    }

    /**
     * Whether a NIR with its key stands alone somewhere in a text: no letter or digit touches it, and where it is written in groups
     * they are those of a NIR (1 85 05 78 006 084 36), or nothing but it is written.
     */
    public static boolean isIn(String text) {
        if (text.length() < LENGTH) {
            return false;
        }
        for (int position = 0; position <= text.length() - LENGTH; position++) {
            char c = text.charAt(position);
            boolean begins = (c == '1' || c == '2' || c == '7' || c == '8')
                    && (position == 0 || !Character.isLetterOrDigit(text.charAt(position - 1)));
            if (begins && isGrouped(text, position)) {
                return true;
            }
        }
        return isOne(text);
    }

    private static boolean isGrouped(String text, int from) {
        char[] number = new char[LENGTH];
        int length = 0;
        int groups = 1;
        int position = from;
        while (position < text.length() && length < LENGTH && groups <= MOST_GROUPS) {
            char c = text.charAt(position);
            if (isSign(c)) {
                number[length++] = Character.toUpperCase(c);
            } else if (isGap(c) && GROUP_ENDS.contains(" " + length + " ")) {
                groups++;
            } else {
                return false;
            }
            position++;
        }
        boolean alone = position == text.length() || !Character.isLetterOrDigit(text.charAt(position));
        return length == LENGTH && alone && isRight(number);
    }

    private static boolean isSign(char c) {
        return c >= '0' && c <= '9' || c == 'A' || c == 'B' || c == 'a' || c == 'b';
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '\u00a0' || c == '\u202f';
    }

    private static boolean isRight(char[] number) {
        int sex = number[0] - '0';
        if (sex != 1 && sex != 2 && sex != 7 && sex != 8) {
            return false;
        }
        long counted = 0;
        for (int position = 0; position < KEY; position++) {
            char c = number[position];
            boolean corsica = position == 6 && c >= 'A' && number[5] == '2';
            if (c > '9' && !corsica) {
                return false;
            }
            counted = corsica ? counted - 1 : counted;
            counted = counted * 10 + (corsica ? c == 'A' ? 9 : 8 : c - '0');
        }
        if (number[13] > '9' || number[14] > '9') {
            return false;
        }
        int key = (number[13] - '0') * 10 + number[14] - '0';
        return isMonth((number[3] - '0') * 10 + number[4] - '0')
                && counted / 1_000_000 % 100 > 0
                && counted / 1000 % 1000 > 0
                && counted % 1000 > 0
                && key == 97 - counted % 97;
    }

    /** A month of the year, or one of the numbers that stand for a month that is not known. */
    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12 || month == 20 || month >= 30 && month <= 42 || month >= 50;
    }
}
