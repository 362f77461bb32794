package io.goldsmith.matching.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a column or an attribute is called, in one vocabulary: {@code DATE_NAISSANCE}, {@code dob} and {@code birth_date} are one. */
public final class ColumnWords {

    private static final List<Phrase> PHRASES = read();

    private ColumnWords() {}

    /** @param meaning in small letters */
    private record Phrase(String words, String meaning) {}

    private static List<Phrase> read() {
        List<Phrase> phrases = new ArrayList<>();
        for (String line : WordList.lines(ColumnWords.class, "column-words")) {
            String[] sides = line.split("=", 2);
            for (String phrase : sides[1].split(",")) {
                phrases.add(new Phrase(phrase.trim(), sides[0].trim()));
            }
        }
        phrases.sort(Comparator.comparingInt(phrase -> -phrase.words().length()));
        return List.copyOf(phrases);
    }

    /** The words of a name, sorted, in small letters. */
    public static Set<String> of(String name) {
        String text = " " + FoldedText.ofHeader(name) + " ";
        for (Phrase phrase : PHRASES) {
            // What was put in stands in small letters, and so is not taken for a phrase again.
            text = text.replace(" " + phrase.words() + " ", " " + phrase.meaning() + " ");
        }
        return new TreeSet<>(List.of(text.trim().toLowerCase(Locale.ROOT).split(" ")));
    }

    /** How alike two names are: the share of their words that both have, from 0 to 1. */
    public static double similarity(String name, String other) {
        Set<String> words = of(name);
        Set<String> others = of(other);
        Set<String> shared = new TreeSet<>(words);
        shared.retainAll(others);
        return shared.size() / (double) Math.max(words.size(), others.size());
    }
}
