package io.goldsmith.matching.standardise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Company names: upper-case ASCII words without legal form and noise words; {@code &} is {@code ET}. */
final class CompanyNames {

    private static final List<List<String>> LEGAL_FORMS = WordFile.lines("legal-forms").stream()
            .flatMap(line -> Arrays.stream(line.split("[=,]")))
            .map(form -> List.of(form.trim().split(" ")))
            .sorted(Comparator.comparingInt((List<String> form) -> form.size()).reversed())
            .toList();
    private static final Set<String> NOISE = Set.copyOf(WordFile.lines("company-noise"));

    private CompanyNames() {}

    static Standardised standardise(String raw) {
        List<String> words = new ArrayList<>(List.of(
                Folding.words(raw.replace("&", " et ").replace("+", " et ")).split(" ")));
        words.remove("");
        boolean dropped = true;
        while (dropped) {
            dropped = dropForm(words) || dropNoise(words);
        }
        return Standardised.of(String.join(" ", words));
    }

    /** Drops one legal form at either end, as long as a word is left. */
    private static boolean dropForm(List<String> words) {
        for (List<String> form : LEGAL_FORMS) {
            int size = form.size();
            if (size < words.size()) {
                if (words.subList(words.size() - size, words.size()).equals(form)) {
                    words.subList(words.size() - size, words.size()).clear();
                    return true;
                }
                if (words.subList(0, size).equals(form)) {
                    words.subList(0, size).clear();
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean dropNoise(List<String> words) {
        if (words.size() > 1 && NOISE.contains(words.get(0))) {
            words.remove(0);
            return true;
        }
        if (words.size() > 2 && NOISE.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
            return true;
        }
        return false;
    }
}
