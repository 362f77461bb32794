package io.goldsmith.matching.standardise;

/** The abbreviations of a street line, written out by where they stand: at the front, inside, at the end, glued to a word. */
final class StreetWords {

    private static final Dictionary TYPES = Dictionary.ofForms("street-types");
    private static final Dictionary INNER = Dictionary.ofMeanings("street-words");
    private static final Dictionary LAST = Dictionary.ofMeanings("street-endings");
    private static final int SHORTEST_GLUED = 6;

    private StreetWords() {}

    /** Writes out the words behind the number. */
    static void writeOut(Words words, int number) {
        int last = words.size() - 1;
        boolean typeInFront = false;
        for (int position = number; position <= last; position++) {
            String word = words.get(position);
            String written = "";
            if (position == last) {
                written = typeInFront || position == number ? "" : ending(words, number);
            } else if (position == number) {
                written = TYPES.meaning(word);
                typeInFront = !written.isEmpty();
            }
            if (written.isEmpty() && position < last) {
                written = INNER.meaning(word);
            }
            words.set(position, written.isEmpty() ? glued(word) : written);
        }
    }

    /** A number in front is English, where {@code Str} is a street; else it is German. */
    private static String ending(Words words, int number) {
        String word = words.last();
        String ending = word.equals("STR") && number == 0 ? "STRASSE" : LAST.meaning(word);
        boolean typeOfTwoWords =
                !ending.isEmpty() && words.size() > number + 2 && TYPES.contains(words.joined(number, number + 2));
        return typeOfTwoWords ? "" : ending;
    }

    /** {@code HAUPTSTR} is HAUPTSTRASSE, {@code MARKTPL} is MARKTPLATZ. */
    private static String glued(String word) {
        if (word.length() < SHORTEST_GLUED) {
            return word;
        }
        if (word.endsWith("STR")) {
            return word + "ASSE";
        }
        return word.endsWith("TPL") || word.endsWith("RPL") || word.endsWith("NPL") ? word + "ATZ" : word;
    }
}
