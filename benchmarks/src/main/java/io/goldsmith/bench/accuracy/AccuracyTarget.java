package io.goldsmith.bench.accuracy;

import io.goldsmith.bench.figure.Goal;
import io.goldsmith.matching.evaluate.Evaluation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How well clusters are to agree with labels.
 *
 * @param least the least of each measure that is wanted, from 0 to 1
 */
record AccuracyTarget(Map<Measure, Double> least) {

    AccuracyTarget {
        least = Map.copyOf(least);
    }

    /** What is measured of clusters. */
    enum Measure {
        /** Pairwise F1. */
        F1("F1", Evaluation::f1),
        /** B-cubed F1. */
        B_CUBED("B-cubed F1", Evaluation::bCubedF1),
        /** Pairwise precision. */
        PRECISION("precision", Evaluation::precision),
        /** Pairwise recall. */
        RECALL("recall", Evaluation::recall);

        private final String word;
        private final ToDoubleFunction<Evaluation> value;

        Measure(String word, ToDoubleFunction<Evaluation> value) {
            this.word = word;
            this.value = value;
        }

        String word() {
            return word;
        }

        double of(Evaluation evaluation) {
            return value.applyAsDouble(evaluation);
        }
    }

    /** A least F1. */
    static AccuracyTarget f1(double least) {
        return new AccuracyTarget(Map.of(Measure.F1, least));
    }

    /** This and a least value of another measure. */
    AccuracyTarget and(Measure measure, double value) {
        Map<Measure, Double> both = new LinkedHashMap<>(least);
        both.put(measure, value);
        return new AccuracyTarget(both);
    }

    /** The figures that are wanted, of clusters that are called so. */
    List<Goal> goals(String clusters) {
        return wanted().stream()
                .map(measure -> Goal.atLeast(name(clusters, measure), least.get(measure), ""))
                .toList();
    }

    /** The name of a figure of clusters that are called so. */
    static String name(String clusters, Measure measure) {
        return clusters + ": " + measure.word();
    }

    boolean isMet(Evaluation evaluation) {
        return wanted().stream().allMatch(measure -> measure.of(evaluation) >= least.get(measure));
    }

    /** The target as a person reads it. */
    String text() {
        return wanted().stream()
                .map(measure -> String.format(Locale.ROOT, "%s ≥ %.3f", measure.word(), least.get(measure)))
                .collect(Collectors.joining(", "));
    }

    private List<Measure> wanted() {
        return least.keySet().stream().sorted().toList();
    }
}
