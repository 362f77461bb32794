package io.goldsmith.matching.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column's name says of what it holds: evidence beside its content, in six languages. */
final class HeaderWords {

    private static final List<Entry> ENTRIES = read();

    private HeaderWords() {}

    private record Entry(ColumnRole role, List<String> phrases) {}

    private static List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (String line : WordList.lines(HeaderWords.class, "header-words")) {
            String[] sides = line.split("=", 2);
            ColumnRole role = Arrays.stream(ColumnRole.values())
                    .filter(known -> known.word().equals(sides[0].trim()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("header-words.txt names no role: " + sides[0] + "."));
            entries.add(new Entry(
                    role, Arrays.stream(sides[1].split(",")).map(String::trim).toList()));
        }
        return List.copyOf(entries);
    }

    /** The role that a name speaks of; empty if it says nothing. */
    static Optional<ColumnRole> role(String header) {
        String words = " " + FoldedText.ofHeader(header) + " ";
        return ENTRIES.stream()
                .filter(entry -> entry.phrases().stream().anyMatch(phrase -> words.contains(" " + phrase + " ")))
                .map(Entry::role)
                .findFirst();
    }
}
