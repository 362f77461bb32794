package io.goldsmith.mdm.model;

import java.time.Period;

/**
 * The {@code lifecycle} section: the hub derives whether a golden record is a prospect, a customer or inactive.
 *
 * @param attribute the attribute that holds it, a code of one value
 * @param inactiveAfter how long after the last order or contact a customer becomes inactive, a day or more
 */
public record LifecycleSettings(String attribute, Period inactiveAfter) {

    private static final Period THREE_YEARS = Period.ofYears(3);

    public LifecycleSettings {
        inactiveAfter = inactiveAfter == null ? THREE_YEARS : inactiveAfter;
        if (inactiveAfter.isZero() || inactiveAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "A customer becomes inactive after a day or more, but inactive-after is " + inactiveAfter);
        }
    }
}
