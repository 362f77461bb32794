package io.goldsmith.bench.figure;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a benchmark.
 *
 * @param name what was measured
 * @param value how much; empty if it was not measured, or could not be
 * @param unit what it is counted in
 * @param better which way it improves
 * @param target what is wanted; empty if the figure is only shown
 * @param met whether the target is met; empty if there is none or it was not measured in this run
 */
public record Figure(
        String name, OptionalDouble value, String unit, Better better, OptionalDouble target, Optional<Boolean> met) {

    public Figure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(better, "better");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(met, "met");
    }

    /** A figure that is only shown. */
    static Figure shown(String name, double value, String unit, Better better) {
        return new Figure(name, OptionalDouble.of(value), unit, better, OptionalDouble.empty(), Optional.empty());
    }

    /** A figure that was measured against a goal. */
    static Figure measured(Goal goal, double value) {
        return of(goal, OptionalDouble.of(value), Optional.of(goal.better().isMet(value, goal.target())));
    }

    /** A goal that this run did not measure. */
    static Figure notMeasured(Goal goal) {
        return of(goal, OptionalDouble.empty(), Optional.empty());
    }

    /** A goal that was not reached, since what was to be measured failed. */
    static Figure failed(Goal goal) {
        return of(goal, OptionalDouble.empty(), Optional.of(false));
    }

    private static Figure of(Goal goal, OptionalDouble value, Optional<Boolean> met) {
        return new Figure(goal.name(), value, goal.unit(), goal.better(), OptionalDouble.of(goal.target()), met);
    }
}
