package io.goldsmith.matching.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A whole person name cut in its given and family part, both in standard form.
 *
 * @param given the given names; empty if there is one word only
 * @param family the family name with its particles
 */
public record FullName(String given, String family) {

    private static final Set<String> PARTICLES = Set.copyOf(WordFile.lines("particles"));

    /**
     * Cuts a name as people write it: {@code DUPONT Jean-Pierre}, {@code Dupont, Jean-Pierre}, {@code M. Jean-Pierre de la Tour}.
     * Capitals in front of a word that is not all capitals are the family name; else the comma decides; else the last word, with
     * the particles before it, is the family name.
     */
    public static FullName parse(String raw) {
        int comma = raw.indexOf(',');
        if (comma > 0 && comma < raw.length() - 1) {
            return new FullName(standard(raw.substring(comma + 1)), standard(raw.substring(0, comma)));
        }
        List<String> words = new ArrayList<>(List.of(raw.trim().split("[\\s\\u00a0]+")));
        while (words.size() > 1 && PersonNames.isTitle(Folding.joinedWords(words.get(0)))) {
            words.remove(0);
        }
        int capitals = 0;
        while (capitals < words.size() && isCapitals(words.get(capitals))) {
            capitals++;
        }
        if (capitals > 0 && capitals < words.size() && hasLowerCase(words.get(capitals))) {
            return cut(words, capitals, true);
        }
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(Folding.joinedWords(words.get(family - 1)))) {
            family--;
        }
        return cut(words, family, false);
    }

    private static FullName cut(List<String> words, int at, boolean familyFirst) {
        String first = standard(String.join(" ", words.subList(0, at)));
        String second = standard(String.join(" ", words.subList(at, words.size())));
        return familyFirst ? new FullName(second, first) : new FullName(first, second);
    }

    private static String standard(String words) {
        return PersonNames.withoutTitles(Folding.joinedWords(words));
    }

    private static boolean hasLowerCase(String word) {
        return word.codePoints().anyMatch(Character::isLowerCase);
    }

    /** Two letters or more, none of them in lower case. */
    private static boolean isCapitals(String word) {
        long letters = word.codePoints().filter(Character::isLetter).count();
        return letters > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }
}
