package io.goldsmith.matching.standardise;

import java.util.Locale;
import java.util.Set;

/** Values that stand for nothing: {@code n/a}, {@code inconnu}, {@code xxx}, {@code 0000000000}. */
final class Placeholders {

    private static final Set<String> WORDS = Set.copyOf(WordFile.lines("placeholders"));
    private static final int SHORTEST_RUN = 3;

    private Placeholders() {}

    static boolean isPlaceholder(String raw) {
        String compact = Folding.compact(raw);
        if (compact.isEmpty() || isRun(compact)) {
            return true;
        }
        return raw.indexOf('@') >= 0
                ? WORDS.contains(raw.trim().toUpperCase(Locale.ROOT))
                : WORDS.contains(Folding.words(raw));
    }

    /** One character over and over: zeros, nines or x from the third on; any other digit from the eighth on. */
    private static boolean isRun(String compact) {
        char first = compact.charAt(0);
        for (int position = 1; position < compact.length(); position++) {
            if (compact.charAt(position) != first) {
                return false;
            }
        }
        int shortest = first == '0' || first == 'X' || first == '9' ? SHORTEST_RUN : 8;
        return compact.length() >= shortest && (first == 'X' || Character.isDigit(first));
    }
}
