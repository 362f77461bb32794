package io.goldsmith.matching.standardise;

import java.util.Set;

/** Person names: upper-case ASCII words, titles dropped, apostrophes joined ({@code O'BRIEN} is {@code OBRIEN}). */
final class PersonNames {

    private static final Set<String> TITLES = Set.copyOf(WordFile.lines("titles"));

    private PersonNames() {}

    /** A given or a family name. */
    static Standardised part(String raw) {
        return Standardised.of(withoutTitles(Folding.joinedWords(raw)));
    }

    /** A whole name, given names first. */
    static Standardised full(String raw) {
        FullName name = FullName.parse(raw);
        return Standardised.of((name.given() + " " + name.family()).trim());
    }

    /** Drops titles in front, never the last word. */
    static String withoutTitles(String words) {
        String rest = words;
        int space = rest.indexOf(' ');
        while (space > 0 && TITLES.contains(rest.substring(0, space))) {
            rest = rest.substring(space + 1);
            space = rest.indexOf(' ');
        }
        return rest;
    }

    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }
}
