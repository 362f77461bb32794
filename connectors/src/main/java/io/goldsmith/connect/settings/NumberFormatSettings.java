package io.goldsmith.connect.settings;

import java.util.Optional;

/**
 * How numbers are written in the source.
 *
 * @param decimal the decimal separator, a point or a comma; default a point
 * @param thousands what stands between groups of three digits, one character; a space stands for those that do not break too. Empty:
 *     nothing
 */
public record NumberFormatSettings(String decimal, Optional<String> thousands) {

    public NumberFormatSettings {
        decimal = Given.or(decimal, ".");
        thousands = Given.orEmpty(thousands);
    }
}
