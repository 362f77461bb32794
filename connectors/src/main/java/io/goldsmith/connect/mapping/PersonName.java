package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.NamePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A full person name in two parts. Written, the family name comes first, in capitals: {@code DE LA TOUR Jean-Pierre}.
 *
 * @param family may be empty
 * @param given may be empty
 */
record PersonName(String family, String given) {

    /**
     * Reads a full name. Leading words in capitals are the family name; if all or no words are in capitals, the first word is.
     */
    static PersonName of(String full) {
        List<String> words = List.of(full.trim().split("\\s+"));
        int capitals = 0;
        while (capitals < words.size() && isCapitals(words.get(capitals))) {
            capitals++;
        }
        int family = capitals == 0 || capitals == words.size() ? 1 : capitals;
        return new PersonName(
                String.join(" ", words.subList(0, family)), String.join(" ", words.subList(family, words.size())));
    }

    private static boolean isCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && word.chars().anyMatch(Character::isLetter);
    }

    String part(NamePart part) {
        return part == NamePart.FAMILY ? family : given;
    }

    PersonName with(NamePart part, String value) {
        return part == NamePart.FAMILY ? new PersonName(value, given) : new PersonName(family, value);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(2);
        if (!family.isEmpty()) {
            parts.add(family.toUpperCase(Locale.ROOT));
        }
        if (!given.isEmpty()) {
            // A given name in capitals would read back as part of the family name.
            parts.add(isCapitals(given) ? capitalised(given) : given);
        }
        return String.join(" ", parts);
    }

    /** Each word with a capital and small letters behind it. */
    static String capitalised(String name) {
        StringBuilder text = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            text.append(start ? Character.toUpperCase(character) : Character.toLowerCase(character));
            start = !Character.isLetter(character);
        }
        return text.toString();
    }
}
