package io.goldsmith.matching.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that somebody probably meant. */
public final class NearestWord {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NearestWord() {}

    /** The valid word nearest to the given one, if one is near: at most a third of its letters differ, or two. */
    public static Optional<String> to(String given, Collection<String> valid) {
        String lower = given.toLowerCase(Locale.ROOT).replace('_', '-');
        int bound = Math.max(2, given.length() / 3);
        return valid.stream()
                .filter(word -> distance(lower, word) <= bound)
                .min(Comparator.comparingInt((String word) -> distance(lower, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String given, String word) {
        return DISTANCE.apply(given, word.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The sentence for a message: what was probably meant, or everything that is valid. */
    public static String hint(String given, Collection<String> valid) {
        return to(given, valid)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> "valid are " + String.join(", ", valid) + ".");
    }
}
