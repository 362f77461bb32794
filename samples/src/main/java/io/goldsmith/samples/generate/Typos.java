package io.goldsmith.samples.generate;

/** Mistyped words: a neighbour on the French keyboard, two letters changed round, one omitted, one doubled. */
final class Typos {

    private static final String[] ROWS = {"azertyuiop", "qsdfghjklm", "wxcvbn"};

    private Typos() {}

    /** The text with one mistake; texts of fewer than three characters are left as they are. */
    static String in(String text, Draw draw) {
        if (text.length() < 3) {
            return text;
        }
        // The first letter is seldom wrong: people look at it.
        int at = draw.chance(0.1) ? 0 : draw.between(1, text.length() - 2);
        char letter = text.charAt(at);
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        return switch (draw.below(4)) {
            case 0 -> before + neighbour(letter, draw) + after;
            case 1 -> before + after.charAt(0) + letter + after.substring(1);
            case 2 -> before + after;
            default -> before + letter + letter + after;
        };
    }

    private static char neighbour(char letter, Draw draw) {
        char lower = Character.toLowerCase(letter);
        for (String row : ROWS) {
            int at = row.indexOf(lower);
            if (at >= 0) {
                int next = at == 0 ? 1 : at == row.length() - 1 ? at - 1 : draw.chance(0.5) ? at - 1 : at + 1;
                char found = row.charAt(next);
                return Character.isUpperCase(letter) ? Character.toUpperCase(found) : found;
            }
        }
        return Character.isDigit(letter) ? (char) ('0' + draw.below(10)) : letter;
    }

    /** Two neighbouring digits changed round. */
    static String inDigits(String digits, Draw draw) {
        if (digits.length() < 2) {
            return digits;
        }
        int at = draw.below(digits.length() - 1);
        return digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2);
    }
}
