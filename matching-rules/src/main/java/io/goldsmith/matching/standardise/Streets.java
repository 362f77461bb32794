package io.goldsmith.matching.standardise;

/**
 * Street lines: the house number first, then the street with its abbreviations written out, then what is inside the house or a box
 * at the post: {@code App. 4, 12bis av. du Gal Leclerc} is {@code 12 BIS AVENUE DU GENERAL LECLERC APPARTEMENT 4},
 * {@code Hauptstr. 5a} is {@code 5 A HAUPTSTRASSE}, {@code 5 Main St} is {@code 5 MAIN STREET}, {@code 3 r. St Jean} is
 * {@code 3 RUE SAINT JEAN}.
 */
final class Streets {

    private static final Dictionary LETTER_RUNS = Dictionary.ofForms("street-letters");

    private Streets() {}

    static Standardised standardise(String raw) {
        String folded = Folding.words(raw);
        if (Placeholders.ADDRESSES.contain(folded)) {
            return Standardised.MISSING;
        }
        // What one step finds may let another find more ("No 3" once the flat in front of it is taken out), so until
        // nothing changes.
        String before = folded;
        String after = standardWords(before);
        for (int round = 0; round < 4 && !after.equals(before); round++) {
            before = after;
            after = standardWords(before);
        }
        return Placeholders.ADDRESSES.valueOf(after);
    }

    private static String standardWords(String folded) {
        Words words = Words.of(folded);
        joinLetters(words);
        String units = StreetUnits.takeOut(words);
        HouseNumber.bringToFront(words);
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
