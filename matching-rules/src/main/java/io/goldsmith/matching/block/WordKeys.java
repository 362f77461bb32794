package io.goldsmith.matching.block;

import java.util.ArrayList;
import java.util.List;

/**
 * One key per word of a value. Words of one or two characters are left out, since articles, particles and initials bring together
 * what has nothing in common; a value that has no longer word gives itself.
 */
record WordKeys() implements KeyForm {

    static final String WORD = "words";

    private static final int SHORTEST = 3;

    @Override
    public List<String> texts(String value) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int position = 0; position <= value.length(); position++) {
            if (position == value.length() || value.charAt(position) == ' ') {
                if (position - start >= SHORTEST) {
                    words.add(value.substring(start, position));
                }
                start = position + 1;
            }
        }
        return words.isEmpty() ? List.of(value) : SmallestTexts.of(words, MOST_TEXTS);
    }
}
