package io.goldsmith.mdm.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a validation rule asks of an attribute's values. In configuration: the name in lower case with hyphens. */
public enum Check {
    /** There is at least one value. */
    REQUIRED,
    /** A date that is not after today (UTC). A value that is no date breaks {@link #WELL_FORMED}, not this. */
    NOT_IN_FUTURE,
    /** The value can be brought to the standard form of its semantic type. */
    WELL_FORMED,
    /** The same, of an identifier with a check digit: SIREN, SIRET, VAT number, IBAN. */
    VALID_IDENTIFIER,
    /** The value is one of the rule's {@code values}. */
    ONE_OF,
    /** The whole value matches the rule's {@code pattern}. */
    MATCHES,
    /** The value has at most {@code max} characters. */
    MAX_LENGTH;

    /** The word used in configuration, for example {@code not-in-future}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The check of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Check ofWord(String word) {
        return Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no check " + word + ", but "
                        + List.of(values()).stream().map(Check::word).toList()));
    }
}
