package io.goldsmith.matching.standardise;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds text to upper case without accents; letters of other scripts stay. Latin text is folded by a table in one pass, anything
 * else by Unicode's compatibility decomposition: both come to the same.
 */
final class Folding {

    /** Letters below this code are looked up: Latin with its supplements, all that the six languages write. */
    private static final int TABLED = 0x250;

    private static final int MOST_LETTERS_FOR_ONE = 2;
    private static final String[] TABLE = table();

    private Folding() {}

    private static String[] table() {
        String[] table = new String[TABLED];
        for (char c = 0; c < TABLED; c++) {
            String folded = foldAnyScript(String.valueOf(c));
            boolean simple =
                    folded.length() <= MOST_LETTERS_FOR_ONE && folded.chars().allMatch(each -> each < 128);
            table[c] = simple ? folded : "";
        }
        return table;
    }

    /** Upper case, accents and ligatures resolved, as often as that brings up new ones; other characters as they are. */
    private static String foldAnyScript(String text) {
        String before = text;
        String folded = foldOnce(text);
        while (!folded.equals(before)) {
            before = folded;
            folded = foldOnce(before);
        }
        return folded;
    }

    private static String foldOnce(String text) {
        String upper = text.replace("ß", "ss").replace('´', '\'').toUpperCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(upper, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(point -> {
            switch (point) {
                case 'Œ' -> folded.append("OE");
                case 'Æ' -> folded.append("AE");
                case 'Ø' -> folded.append('O');
                case 'Ł' -> folded.append('L');
                case 'Đ', 'Ð' -> folded.append('D');
                case 'Þ' -> folded.append("TH");
                case 'ı' -> folded.append('I');
                case '’', '‘', 'ʼ' -> folded.append('\'');
                default -> {
                    if (Character.getType(point) != Character.NON_SPACING_MARK) {
                        folded.appendCodePoint(point);
                    }
                }
            }
        });
        return folded.toString().toUpperCase(Locale.ROOT);
    }

    /** Folded, with everything but letters and digits turned into single spaces between words. */
    static String words(String text) {
        return fold(text, true, false);
    }

    /** Folded words; an apostrophe joins its sides instead of parting them. */
    static String joinedWords(String text) {
        return fold(text, true, true);
    }

    /** Folded letters and digits alone. */
    static String compact(String text) {
        return fold(text, false, false);
    }

    private static String fold(String text, boolean spaces, boolean joining) {
        if (isFolded(text, spaces)) {
            return text;
        }
        byte[] folded = new byte[text.length() * MOST_LETTERS_FOR_ONE];
        int length = 0;
        boolean gap = false;
        for (int position = 0; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c >= 'a' && c <= 'z') {
                c -= 'a' - 'A';
            }
            if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                if (gap && length > 0) {
                    folded[length++] = ' ';
                }
                gap = false;
                folded[length++] = (byte) c;
            } else if (c < 128) {
                gap |= spaces && !(joining && isApostrophe(c));
            } else if (c < TABLED && !TABLE[c].isEmpty()) {
                String letters = TABLE[c];
                for (int letter = 0; letter < letters.length(); letter++) {
                    char one = letters.charAt(letter);
                    if (Character.isLetterOrDigit(one)) {
                        // Two letters may stand for a space and one: room for both is kept.
                        if (gap && length > 0) {
                            if (length + 2 > folded.length) {
                                return foldAnyScript(text, spaces, joining);
                            }
                            folded[length++] = ' ';
                        }
                        gap = false;
                        folded[length++] = (byte) one;
                    } else {
                        gap |= spaces && !(joining && isApostrophe(one));
                    }
                }
            } else if (c == '’' || c == '‘') {
                gap |= spaces && !joining;
            } else {
                return foldAnyScript(text, spaces, joining);
            }
        }
        return new String(folded, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '`';
    }

    private static boolean isFolded(String text, boolean spaces) {
        boolean space = true;
        for (int position = 0; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                space = false;
            } else if (c == ' ' && spaces && !space) {
                space = true;
            } else {
                return false;
            }
        }
        return text.isEmpty() || !space;
    }

    /** The same by the plain rule, for letters that the table does not hold. */
    static String foldAnyScript(String text, boolean spaces, boolean joining) {
        String folded = foldAnyScript(text);
        StringBuilder words = new StringBuilder(folded.length());
        boolean gap = false;
        for (int position = 0; position < folded.length(); position++) {
            char c = folded.charAt(position);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                words.append(c);
            } else {
                gap |= spaces && !(joining && isApostrophe(c));
            }
        }
        return words.toString();
    }
}
