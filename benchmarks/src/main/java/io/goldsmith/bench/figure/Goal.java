package io.goldsmith.bench.figure;

import java.util.Objects;

/**
 * What a figure of some name is to reach.
 *
 * @param name the figure's name
 * @param unit what it is counted in
 * @param better which way it improves
 * @param target the value that is to be reached, in the unit
 */
public record Goal(String name, String unit, Better better, double target) {

    public Goal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(better, "better");
    }

    /** A goal that is reached from the target upwards. */
    public static Goal atLeast(String name, double target, String unit) {
        return new Goal(name, unit, Better.HIGHER, target);
    }

    /** A goal that is reached from the target downwards. */
    public static Goal atMost(String name, double target, String unit) {
        return new Goal(name, unit, Better.LOWER, target);
    }
}
