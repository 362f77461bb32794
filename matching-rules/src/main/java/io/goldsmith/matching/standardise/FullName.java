package io.goldsmith.matching.standardise;

/**
 * A whole person name cut in its given and family part, both in standard form.
 *
 * @param given the given names; empty if there is one word only
 * @param family the family name with its particles
 */
public record FullName(String given, String family) {

    private static final Dictionary PARTICLES = Dictionary.ofWords("particles");
    private static final int MOST_GIVEN_NAMES = 4;
    private static final int MOST_FAMILY_NAMES = 5;

    /**
     * Cuts a name as people write it: {@code DUPONT Jean-Pierre}, {@code Dupont, Jean-Pierre}, {@code Tour, Jean de la},
     * {@code M. Jean-Pierre de la Tour}, {@code John Smith, Jr.}. A comma behind something that can be a family name decides; else
     * capitals in front of a word that is not all capitals are the family name; else the last word, with the particles before it.
     * What stands behind a comma and is no given name ({@code 1st Baron Byron}) stays at the end.
     */
    public static FullName parse(String raw) {
        int comma = raw.indexOf(',');
        if (comma < 0) {
            return ordered(raw);
        }
        Words before = Words.of(Folding.joinedWords(raw.substring(0, comma)));
        Words after = Words.of(Folding.joinedWords(raw.substring(comma + 1)));
        if (before.isEmpty() || PersonNames.isNoName(before)) {
            return ordered(raw.substring(comma + 1));
        }
        if (PersonNames.isNoName(after)) {
            return ordered(raw.substring(0, comma));
        }
        PersonNames.dropAround(after);
        if (isFamily(before) && isGiven(after)) {
            return familyFirst(before, after);
        }
        FullName name = ordered(raw.substring(0, comma));
        return new FullName(name.given, name.family + " " + after.joined());
    }

    private static boolean isFamily(Words words) {
        int titles = PersonNames.titles(words);
        return words.size() <= MOST_FAMILY_NAMES && (titles == 0 || titles == words.size() - 1);
    }

    private static boolean isGiven(Words words) {
        if (words.size() > MOST_GIVEN_NAMES) {
            return false;
        }
        for (int position = 0; position < words.size(); position++) {
            String word = words.get(position);
            if (word.equals("OF") || word.equals("THE") || Character.isDigit(word.charAt(0))) {
                return false;
            }
        }
        return true;
    }

    /** Particles at the end of the given names belong to the family name. */
    private static FullName familyFirst(Words family, Words given) {
        int particles = 0;
        while (particles < given.size() - 1 && PARTICLES.contains(given.get(given.size() - 1 - particles))) {
            particles++;
        }
        int cut = given.size() - particles;
        String before = given.joined(cut, given.size());
        String whole = (before + " " + family.joined()).trim();
        given.remove(cut, given.size());
        return new FullName(PersonNames.given(given), PersonNames.family(Words.of(whole)));
    }

    private static FullName ordered(String raw) {
        Words words = Words.of(Folding.joinedWords(raw));
        PersonNames.dropAround(words);
        int capitals = hasLowerCase(raw) ? capitals(raw, words) : 0;
        if (capitals > 0) {
            Words given = Words.of(words.joined(capitals, words.size()));
            words.remove(capitals, words.size());
            return familyFirst(words, given);
        }
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1))) {
            family--;
        }
        return family < 1
                ? new FullName("", words.joined())
                : new FullName(words.joined(0, family), words.joined(family, words.size()));
    }

    private static boolean hasLowerCase(String text) {
        for (int position = 0; position < text.length(); position++) {
            if (isLowerCase(text.charAt(position))) {
                return true;
            }
        }
        return false;
    }

    /** Letters that have no capital tell nothing. */
    private static boolean isLowerCase(char c) {
        return Character.isLowerCase(c) && Character.toUpperCase(c) != c;
    }

    /**
     * How many of the folded words are written in capitals at the front of the raw text, titles left out; 0 if none or all, or if
     * the last of them is followed by another word in capitals.
     */
    private static int capitals(String raw, Words words) {
        int capitals = 0;
        int position = 0;
        boolean inFront = true;
        while (position < raw.length() && inFront) {
            int end = wordEnd(raw, position);
            String written = raw.substring(position, end);
            String folded = Folding.joinedWords(written);
            if (!folded.isEmpty() && (capitals > 0 || folded.equals(words.at(0)) || startsWith(folded, words.at(0)))) {
                inFront = isCapitals(written);
                capitals += inFront ? Words.of(folded).size() : 0;
            }
            position = end + 1;
        }
        return inFront || capitals >= words.size() ? 0 : capitals;
    }

    private static boolean startsWith(String folded, String word) {
        return folded.length() > word.length() && folded.startsWith(word) && folded.charAt(word.length()) == ' ';
    }

    private static int wordEnd(String raw, int from) {
        int end = from;
        while (end < raw.length() && !Character.isWhitespace(raw.charAt(end)) && raw.charAt(end) != '\u00a0') {
            end++;
        }
        return end;
    }

    /** Two letters or more, none of them in lower case. */
    private static boolean isCapitals(String word) {
        int letters = 0;
        for (int position = 0; position < word.length(); position++) {
            char c = word.charAt(position);
            if (isLowerCase(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters > 1;
    }
}
