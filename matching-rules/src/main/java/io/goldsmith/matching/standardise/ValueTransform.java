package io.goldsmith.matching.standardise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is taken of a standard value, for a blocking key or a derived attribute. Immutable.
 *
 * @param form the form taken
 * @param length how many characters, 1 to 99, for the forms that have a length; 0 for the others
 */
public record ValueTransform(Form form, int length) {

    /** The value as it is. */
    public static final ValueTransform WHOLE = new ValueTransform(Form.WHOLE, 0);

    /** The forms; the word in configuration is the name in lower case with hyphens. */
    public enum Form {
        /** The value as it is. */
        WHOLE,
        /** The first characters; nothing of a shorter value. */
        PREFIX,
        /** The last characters; nothing of a shorter value. */
        SUFFIX,
        /** The {@link PhoneticKey}. */
        PHONETIC,
        /** The year of a date. */
        YEAR,
        /** The month of a date, whatever its year; nothing of a date that has none. */
        MONTH,
        /** The month and the day of a date, whatever its year; nothing of a date that lacks one. */
        MONTH_DAY,
        /** The first two characters of a postcode. */
        POSTCODE_AREA,
        /** The first character. */
        FIRST_LETTER,
        /** What stands before the first space. */
        FIRST_TOKEN,
        /** What stands behind the last space. */
        LAST_TOKEN,
        /** The last digits, last first, whatever stands between them; nothing if there are fewer. */
        DIGITS_SUFFIX,
        /** The characters without spaces, sorted. */
        SORTED_LETTERS,
        /** The words, sorted. */
        SORTED_WORDS,
        /** The first character of every word. */
        INITIALS,
        /** What stands before the at sign of an e-mail address. */
        LOCAL_PART,
        /** What stands behind the at sign of an e-mail address. */
        DOMAIN,
        /** The SIREN within a French VAT number; nothing of another country's. */
        FRENCH_SIREN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean takesLength() {
            return this == PREFIX || this == SUFFIX || this == DIGITS_SUFFIX;
        }
    }

    /** The words that a configuration may use, a length as {@code N}. */
    public static List<String> words() {
        return Arrays.stream(Form.values())
                .map(form -> form.takesLength() ? form.word() + ":N" : form.word())
                .toList();
    }

    /** Reads {@code form} or {@code form:length}; empty if it is neither. */
    public static Optional<ValueTransform> parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        Optional<Form> form = Arrays.stream(Form.values())
                .filter(known -> known.word().equals(word))
                .findFirst();
        if (form.isEmpty() || form.get().takesLength() != (colon >= 0)) {
            return Optional.empty();
        }
        if (colon < 0) {
            return Optional.of(new ValueTransform(form.get(), 0));
        }
        String length = text.substring(colon + 1);
        return length.matches("[1-9][0-9]?")
                ? Optional.of(new ValueTransform(form.get(), Integer.parseInt(length)))
                : Optional.empty();
    }

    /** What the transform takes of a standard value, which is never empty; empty if it takes nothing. */
    public String apply(String value) {
        return switch (form) {
            case WHOLE -> value;
            case PREFIX -> value.length() < length ? "" : value.substring(0, length);
            case SUFFIX -> value.length() < length ? "" : value.substring(value.length() - length);
            case PHONETIC -> PhoneticKey.of(value);
            case YEAR -> value.length() < 4 ? "" : value.substring(0, 4);
            case MONTH -> value.length() < 7 ? "" : value.substring(5, 7);
            case MONTH_DAY -> value.length() < 10 ? "" : value.substring(5, 10);
            case POSTCODE_AREA -> value.length() < 2 ? "" : value.substring(0, 2);
            case FIRST_LETTER -> value.substring(0, 1);
            case FIRST_TOKEN -> value.indexOf(' ') < 0 ? value : value.substring(0, value.indexOf(' '));
            case LAST_TOKEN -> value.substring(value.lastIndexOf(' ') + 1);
            case DIGITS_SUFFIX -> digitsSuffix(value);
            case SORTED_LETTERS -> sortedLetters(value);
            case SORTED_WORDS -> sortedWords(value);
            case INITIALS -> initials(value);
            case LOCAL_PART -> value.substring(0, Math.max(0, value.lastIndexOf('@')));
            case DOMAIN -> value.indexOf('@') < 0 ? "" : value.substring(value.lastIndexOf('@') + 1);
            case FRENCH_SIREN -> CompanyIdentifiers.sirenOfVat(value);
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

    private static String sortedWords(String value) {
        if (value.indexOf(' ') < 0) {
            return value;
        }
        String[] words = value.split(" ");
        Arrays.sort(words);
        return String.join(" ", words).trim();
    }

    private static String initials(String value) {
        StringBuilder initials = new StringBuilder(8);
        for (int position = 0; position < value.length(); position++) {
            if (value.charAt(position) != ' ' && (position == 0 || value.charAt(position - 1) == ' ')) {
                initials.append(value.charAt(position));
            }
        }
        return initials.toString();
    }
}
