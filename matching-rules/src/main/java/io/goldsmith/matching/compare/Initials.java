package io.goldsmith.matching.compare;

/** Initials and acronyms, read from words parted by single spaces. */
final class Initials {

    private static final int SHORTEST_ACRONYM = 3;
    private static final int LONGEST_RUN = 4;

    private Initials() {}

    /**
     * Whether one of two given names abbreviates the other: word by word they are the same or one is the other's first letter, at least
     * one is ({@code J} and {@code JEAN}, {@code J M} and {@code JEAN MARIE}, {@code JEAN M} and {@code JEAN MARIE}), and further words
     * stand on one side only; or one is the run of the other's first letters ({@code JM} and {@code JEAN MARIE}).
     */
    static boolean abbreviate(String one, String other) {
        return wordByWord(one, other) || isRun(one, other, 2, LONGEST_RUN) || isRun(other, one, 2, LONGEST_RUN);
    }

    /** Whether one of two company names is the run of three or more first letters of all of the other's words. */
    static boolean isAcronym(String one, String other) {
        return isRun(one, other, SHORTEST_ACRONYM, Integer.MAX_VALUE)
                || isRun(other, one, SHORTEST_ACRONYM, Integer.MAX_VALUE);
    }

    private static boolean wordByWord(String one, String other) {
        boolean initial = false;
        int left = 0;
        int right = 0;
        while (left < one.length() && right < other.length()) {
            int leftLength = wordEnd(one, left) - left;
            int rightLength = wordEnd(other, right) - right;
            boolean abbreviated = leftLength != rightLength && Math.min(leftLength, rightLength) == 1;
            int compared = abbreviated ? 1 : Math.max(leftLength, rightLength);
            if (!one.regionMatches(left, other, right, compared) || !abbreviated && leftLength != rightLength) {
                return false;
            }
            initial |= abbreviated;
            left += leftLength + 1;
            right += rightLength + 1;
        }
        return initial;
    }

    private static int wordEnd(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? text.length() : space;
    }

    private static boolean isRun(String letters, String words, int shortest, int longest) {
        if (letters.length() < shortest || letters.length() > longest || letters.length() >= words.length()) {
            return false;
        }
        int start = 0;
        int letter = 0;
        while (start < words.length() && letter < letters.length()) {
            if (letters.charAt(letter) == ' ' || letters.charAt(letter) != words.charAt(start)) {
                return false;
            }
            letter++;
            start = wordEnd(words, start) + 1;
        }
        return letter == letters.length() && start > words.length();
    }
}
