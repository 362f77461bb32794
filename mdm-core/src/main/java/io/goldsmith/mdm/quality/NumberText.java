package io.goldsmith.mdm.quality;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as sources and configurations write them: digits with a sign, and a point or comma before decimals. */
final class NumberText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}([.,][0-9]{1,30})?");

    private NumberText() {}

    static Optional<BigDecimal> number(String text) {
        String trimmed = text.trim();
        return NUMBER.matcher(trimmed).matches()
                ? Optional.of(new BigDecimal(trimmed.replace(',', '.')))
                : Optional.empty();
    }
}
