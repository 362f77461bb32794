package io.goldsmith.matching.suggest;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the codes of other systems mean: {@code O}, {@code OUI} and {@code 1} are {@code granted}, where that may be. */
public final class ValueWords {

    private static final Map<String, List<String>> WORDS = WordList.lines(ValueWords.class, "value-words").stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(
                    sides -> sides[0].trim(),
                    sides ->
                            Arrays.stream(sides[1].split(",")).map(String::trim).toList()));

    private ValueWords() {}

    /** The only one of the permitted values that a code can stand for; empty if there is none, or more than one. */
    public static Optional<String> meaning(String code, Collection<String> permitted) {
        String folded = FoldedText.of(code);
        List<String> same = permitted.stream()
                .filter(value -> FoldedText.of(value).equals(folded))
                .toList();
        List<String> meant = same.isEmpty()
                ? permitted.stream()
                        .filter(value -> WORDS.getOrDefault(value.toLowerCase(java.util.Locale.ROOT), List.of())
                                .contains(folded))
                        .toList()
                : same;
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** Whether two texts are the same word, in whatever case and with or without accents. */
    public static boolean isSame(String text, String other) {
        return FoldedText.of(text).equals(FoldedText.of(other));
    }
}
