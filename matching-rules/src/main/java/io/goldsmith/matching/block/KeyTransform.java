package io.goldsmith.matching.block;

import io.goldsmith.matching.standardise.PhoneticKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a key part takes of a standard value.
 *
 * @param form the form taken
 * @param length how many characters, for the forms that have a length; 0 for the others
 */
record KeyTransform(Form form, int length) {

    /** The forms; the word in configuration is the name in lower case with hyphens. */
    enum Form {
        WHOLE,
        PREFIX,
        PHONETIC,
        YEAR,
        POSTCODE_AREA,
        FIRST_LETTER,
        FIRST_TOKEN,
        DIGITS_SUFFIX,
        SORTED_LETTERS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        boolean takesLength() {
            return this == PREFIX || this == DIGITS_SUFFIX;
        }
    }

    /** The words that a configuration may use, a length as {@code N}. */
    static List<String> words() {
        return Arrays.stream(Form.values())
                .map(form -> form.takesLength() ? form.word() + ":N" : form.word())
                .toList();
    }

    /** Reads {@code form} or {@code form:length}; empty if it is neither. */
    static Optional<KeyTransform> parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        Optional<Form> form = Arrays.stream(Form.values())
                .filter(known -> known.word().equals(word))
                .findFirst();
        if (form.isEmpty() || form.get().takesLength() != (colon >= 0)) {
            return Optional.empty();
        }
        if (colon < 0) {
            return Optional.of(new KeyTransform(form.get(), 0));
        }
        String length = text.substring(colon + 1);
        return length.matches("[1-9][0-9]?")
                ? Optional.of(new KeyTransform(form.get(), Integer.parseInt(length)))
                : Optional.empty();
    }

    /** The hash of what the transform takes of a value; 0 if it takes nothing. */
    long hash(String value) {
        String taken = apply(value);
        return taken.isEmpty() ? 0 : KeyHash.of(taken);
    }

    private String apply(String value) {
        return switch (form) {
            case WHOLE -> value;
            case PREFIX -> value.length() < length ? "" : value.substring(0, length);
            case PHONETIC -> PhoneticKey.of(value);
            case YEAR -> value.length() < 4 ? "" : value.substring(0, 4);
            case POSTCODE_AREA -> value.length() < 2 ? "" : value.substring(0, 2);
            case FIRST_LETTER -> value.substring(0, 1);
            case FIRST_TOKEN -> value.indexOf(' ') < 0 ? value : value.substring(0, value.indexOf(' '));
            case DIGITS_SUFFIX -> digitsSuffix(value);
            case SORTED_LETTERS -> sortedLetters(value);
        };
    }

    private String digitsSuffix(String value) {
        StringBuilder digits = new StringBuilder(length);
        for (int position = value.length() - 1; position >= 0 && digits.length() < length; position--) {
            char c = value.charAt(position);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.length() < length ? "" : digits.toString();
    }

    private static String sortedLetters(String value) {
        char[] letters = value.replace(" ", "").toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
