package io.goldsmith.mdm.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a validation rule asks of a record. In configuration: the name in lower case with hyphens. */
public enum Check {
    /** There is at least one value. */
    REQUIRED(Dimension.COMPLETENESS),
    /** At least one of the rule's {@code attributes} has a value. */
    AT_LEAST_ONE(Dimension.COMPLETENESS),
    /** A date that is not after today (UTC). A value that is no date breaks {@link #WELL_FORMED}, not this. */
    NOT_IN_FUTURE(Dimension.VALIDITY),
    /** A date of birth that makes the person {@code min} to {@code max} years old today (UTC); 0 to 120 unless said. */
    PLAUSIBLE_AGE(Dimension.VALIDITY),
    /** The value can be brought to the standard form of its semantic type. */
    WELL_FORMED(Dimension.VALIDITY),
    /** The same, of an identifier with a check digit: SIREN, SIRET, VAT number, IBAN. */
    VALID_IDENTIFIER(Dimension.VALIDITY),
    /** The value is one of the rule's {@code values}. */
    ONE_OF(Dimension.VALIDITY),
    /** The value is one of those that the entity model permits. Every attribute with such values has this rule, as a warning. */
    PERMITTED(Dimension.VALIDITY),
    /** The whole value matches the rule's {@code pattern}. */
    MATCHES(Dimension.VALIDITY),
    /** The value has at least {@code min} characters. */
    MIN_LENGTH(Dimension.VALIDITY),
    /** The value has at most {@code max} characters. */
    MAX_LENGTH(Dimension.VALIDITY),
    /** A number or a date from {@code from} to {@code to}, both inclusive; one of them may be left out. */
    IN_RANGE(Dimension.VALIDITY),
    /** A date that is not before that of the attribute {@code other}. */
    NOT_BEFORE(Dimension.CONSISTENCY),
    /** The values of the attributes of the rule's {@code columns} stand together in a line of its {@code file}. */
    IN_REFERENCE(Dimension.CONSISTENCY),
    /** No other record of the same source system has the standard value. Judged by assessments, not on landing. */
    UNIQUE(Dimension.UNIQUENESS);

    private final Dimension dimension;

    Check(Dimension dimension) {
        this.dimension = dimension;
    }

    /** What a record falls short of that does not pass. */
    public Dimension dimension() {
        return dimension;
    }

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
