package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A column with an amount of money.
 *
 * @param column the column
 * @param decimal the decimal separator; default {@code .}
 */
public record AmountSettings(String column, String decimal) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public AmountSettings {
        decimal = Given.or(decimal, ".");
    }

    /** A bare column name stands for an amount with a decimal point. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AmountSettings column(String column) {
        return new AmountSettings(column, ".");
    }
}
