package io.goldsmith.matching.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One key per run of {@code length} characters of a value, spaces left out: values with a typing error still share most of them. Of
 * a long value those with the smallest hashes are taken. A value that is not longer than a run gives itself.
 *
 * @param length how many characters, from 2 to 9
 */
record QGramKeys(int length) implements KeyForm {

    static final String WORD = "qgrams";

    static Optional<QGramKeys> parse(String argument) {
        return argument.matches("[2-9]") ? Optional.of(new QGramKeys(Integer.parseInt(argument))) : Optional.empty();
    }

    @Override
    public List<String> texts(String value) {
        return SmallestTexts.of(grams(value, length), MOST_TEXTS);
    }

    /** Every run of {@code length} characters, in order, repeated where it repeats; the value itself if it is shorter. */
    static List<String> grams(String value, int length) {
        String compact = value.indexOf(' ') < 0 ? value : value.replace(" ", "");
        if (compact.length() <= length) {
            return compact.isEmpty() ? List.of() : List.of(compact);
        }
        List<String> grams = new ArrayList<>(compact.length() - length + 1);
        for (int start = 0; start + length <= compact.length(); start++) {
            grams.add(compact.substring(start, start + length));
        }
        return grams;
    }
}
