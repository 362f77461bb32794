package io.goldsmith.matching.suggest;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as the dictionaries have them: upper case, no accents, single spaces between words of letters and digits. */
final class FoldedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private FoldedText() {}

    static String of(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return GAPS.matcher(folded).replaceAll(" ").trim();
    }

    /** The words of a value; none of a blank one. */
    static List<String> words(String text) {
        String folded = of(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** A column's name as words: {@code birthDate}, {@code birth_date} and {@code Birth date} are one. */
    static String ofHeader(String name) {
        return of(HUMPS.matcher(name).replaceAll(" "));
    }
}
