package io.goldsmith.matching.standardise;

/**
 * Person names: upper-case ASCII words; titles in front and what follows a name ({@code Jr}, {@code III}, {@code PhD}) are dropped,
 * and another name of the same person behind ({@code née Martin}) too. Apostrophes join ({@code O'BRIEN} is {@code OBRIEN}),
 * {@code St} before a name is {@code SAINT}.
 */
final class PersonNames {

    private static final Dictionary TITLES = Dictionary.ofWords("titles");
    private static final Dictionary BEHIND_TITLES = Dictionary.ofWords("title-words");
    private static final Dictionary SUFFIXES = Dictionary.ofWords("name-suffixes");
    private static final Dictionary OTHER_NAME = Dictionary.ofWords("other-name-words");

    private PersonNames() {}

    /** A given name. */
    static Standardised given(String raw) {
        String words = Folding.joinedWords(raw);
        if (Placeholders.NAMES.contain(words)) {
            return Standardised.MISSING;
        }
        return words.indexOf(' ') < 0
                ? new Standardised.Value(words)
                : Placeholders.NAMES.valueOf(given(Words.of(words)));
    }

    /** A family name with its particles. */
    static Standardised family(String raw) {
        String words = Folding.joinedWords(raw);
        if (Placeholders.NAMES.contain(words)) {
            return Standardised.MISSING;
        }
        return words.indexOf(' ') < 0
                ? new Standardised.Value(words)
                : Placeholders.NAMES.valueOf(family(Words.of(words)));
    }

    /** A whole name: given names, then the family name. */
    static Standardised full(String raw) {
        if (Placeholders.NAMES.contain(Folding.joinedWords(raw))) {
            return Standardised.MISSING;
        }
        FullName name = FullName.parse(raw);
        return Placeholders.NAMES.valueOf(given(Words.of((name.given() + " " + name.family()).trim())));
    }

    /** Given names in standard form. */
    static String given(Words words) {
        writeSaints(words);
        dropAround(words);
        return words.joined();
    }

    /** A family name in standard form; a particle of one letter is joined to its name, as its apostrophe would. */
    static String family(Words words) {
        for (int position = 1; position < words.size(); position++) {
            if (OTHER_NAME.contains(words.get(position))) {
                words.remove(position, words.size());
            }
        }
        for (int position = words.size() - 2; position >= 0; position--) {
            if (joinsNext(words.get(position), words.get(position + 1))) {
                words.joinWithNext(position);
            }
        }
        return given(words);
    }

    private static boolean joinsNext(String word, String next) {
        if (next.length() < 2 || SUFFIXES.contains(next)) {
            return false;
        }
        return switch (word) {
            case "O", "MC" -> true;
            case "D", "L" -> "AEIOUYH".indexOf(next.charAt(0)) >= 0;
            default -> false;
        };
    }

    private static void writeSaints(Words words) {
        for (int position = 0; position < words.size() - 1; position++) {
            String word = words.get(position);
            if (word.length() <= 3 && word.startsWith("ST")) {
                words.set(position, Saints.writtenOut(word));
            }
        }
    }

    /** Drops titles in front and suffixes behind, never the last word. */
    static void dropAround(Words words) {
        int titles = titles(words);
        if (titles > 0) {
            words.remove(0, titles);
        }
        int suffixes = suffixes(words);
        if (suffixes > 0) {
            words.remove(words.size() - suffixes, words.size());
        }
    }

    /** How many words in front are titles; one word at least is none. */
    static int titles(Words words) {
        int titles = 0;
        int last = words.size() - 1;
        while (titles < last) {
            String word = words.get(titles);
            String next = words.get(titles + 1);
            if (titles + 1 < last && isPair(titles > 0, word, next)) {
                titles += 2;
            } else if (TITLES.contains(word) && (word.length() > 1 || next.length() > 1)
                    || titles > 0 && BEHIND_TITLES.contains(word)) {
                titles++;
            } else {
                break;
            }
        }
        return titles;
    }

    private static boolean isPair(boolean behindTitle, String word, String next) {
        return word.equals("DE") && next.equals("HEER") || behindTitle && word.equals("H") && next.equals("C");
    }

    /** How many words behind are no name but what follows one; one word at least is a name. */
    static int suffixes(Words words) {
        int suffixes = 0;
        while (suffixes < words.size() - 1 && SUFFIXES.contains(words.get(words.size() - 1 - suffixes))) {
            suffixes++;
        }
        return suffixes;
    }

    /** Whether all words are titles or suffixes. */
    static boolean isNoName(Words words) {
        for (int position = 0; position < words.size(); position++) {
            String word = words.get(position);
            if (!TITLES.contains(word) && !SUFFIXES.contains(word) && !BEHIND_TITLES.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
