package io.goldsmith.matching.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures with as many digits as tell something. */
final class Rounded {

    private Rounded() {}

    static double decimals(double figure, int decimals) {
        return BigDecimal.valueOf(figure)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    static double digits(double figure, int digits) {
        return new BigDecimal(figure).round(new MathContext(digits)).doubleValue();
    }
}
