package io.goldsmith.matching.standardise;

import java.text.Normalizer;
import java.util.Locale;

/** Folds text to upper case without accents; letters of other scripts stay. */
final class Folding {

    private Folding() {}

    /** Upper case, accents and ligatures resolved; other characters as they are. */
    static String fold(String text) {
        boolean ascii = true;
        for (int position = 0; position < text.length() && ascii; position++) {
            ascii = text.charAt(position) < 128;
        }
        if (ascii) {
            return text.toUpperCase(Locale.ROOT);
        }
        String upper = text.replace("ß", "ss").toUpperCase(Locale.ROOT);
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
        return spaced(fold(text));
    }

    /** Folded words; an apostrophe joins its sides instead of parting them. */
    static String joinedWords(String text) {
        return spaced(fold(text).replace("'", "").replace("`", "").replace("´", ""));
    }

    private static String spaced(String folded) {
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
                gap = true;
            }
        }
        return words.toString();
    }

    /** Folded letters and digits alone. */
    static String compact(String text) {
        return words(text).replace(" ", "");
    }
}
