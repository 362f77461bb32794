package io.goldsmith.matching.standardise;

/**
 * Street lines: the house number first, then the street with its abbreviations written out, then what is inside the house or a box
 * at the post: {@code App. 4, 12bis av. du Gal Leclerc} is {@code 12 BIS AVENUE DU GENERAL LECLERC APPARTEMENT 4},
 * {@code Hauptstr. 5a} is {@code 5 A HAUPTSTRASSE}, {@code 5 Main St} is {@code 5 MAIN STREET}, {@code 3 r. St Jean} is
 * {@code 3 RUE SAINT JEAN}.
 */
final class Streets {

    private static final int MOST_ROUNDS = 4;
    private static final Dictionary LETTER_RUNS = Dictionary.ofForms("street-letters");

    private Streets() {}

    static Standardised standardise(String raw) {
        String folded = Folding.words(raw);
        if (Placeholders.ADDRESSES.contain(folded)) {
            return Standardised.MISSING;
        }
        Words words = Words.of(folded);
        HouseNumber.part(words);
        joinLetters(words);
        String units = StreetUnits.takeOut(words);
        boolean moved = HouseNumber.bringToFront(words);
        String standard = written(words, units);
        if (moved || !units.isEmpty()) {
            standard = settled(standard);
        }
        return Placeholders.ADDRESSES.valueOf(standard);
    }

    /**
     * The line once words that moved change nothing more: the house may come to light ({@code No 3}) where the flat in front of it
     * is gone.
     */
    private static String settled(String line) {
        String before = line;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Words words = Words.of(before);
            HouseNumber.part(words);
            joinLetters(words);
            String units = StreetUnits.takeOut(words);
            HouseNumber.bringToFront(words);
            String after = written(words, units);
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }

    private static String written(Words words, String units) {
        StreetWords.writeOut(words, HouseNumber.length(words));
        String street = words.joined();
        return units.isEmpty() ? street : street.isEmpty() ? units : street + " " + units;
    }

    /** Runs of letters that are one word: {@code B P} is BP, {@code P ZA} is PIAZZA. */
    private static void joinLetters(Words words) {
        for (int position = 0; position < words.size() - 1; position++) {
            if (words.get(position).length() == 1 && words.get(position + 1).length() <= 3) {
                int end = Math.min(words.size(), position + 3);
                for (; end > position + 1; end--) {
                    String run = words.joined(position, end);
                    String joined = run.length() > 7 ? "" : LETTER_RUNS.meaning(run);
                    if (!joined.isEmpty()) {
                        words.set(position, joined);
                        words.remove(position + 1, end);
                        break;
                    }
                }
            }
        }
    }
}
