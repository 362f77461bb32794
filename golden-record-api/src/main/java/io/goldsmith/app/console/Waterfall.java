package io.goldsmith.app.console;

import io.goldsmith.matching.score.ComparisonExplanation;
import io.goldsmith.matching.score.PairExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A match weight as a waterfall: a bar for the prior, one for each comparison starting where the one before it ended, and one for
 * the sum.
 *
 * @param bars from top to bottom
 * @param zero where weight 0 lies, in percent of the width
 * @param probability the match probability that the sum stands for
 */
record Waterfall(List<Bar> bars, String zero, double probability) {

    /** How a bar is drawn. */
    enum Kind {
        PRIOR,
        FOR,
        AGAINST,
        NOTHING,
        SUM
    }

    /**
     * One bar.
     *
     * @param level the comparison level that held; empty for prior and sum
     * @param weight in the units of {@code MatchWeight}
     * @param rarity {@code common value} or {@code rare value} where that lessened or raised the weight; empty otherwise
     * @param x where it starts, in percent of the width
     * @param width in percent of the width
     */
    record Bar(
            String name,
            String level,
            int weight,
            String rarity,
            Kind kind,
            String x,
            String width,
            List<String> left,
            List<String> right) {}

    static Waterfall of(PairExplanation explanation) {
        long lowest = 0;
        long highest = 0;
        long sum = explanation.priorWeight();
        lowest = Math.min(lowest, sum);
        highest = Math.max(highest, sum);
        for (ComparisonExplanation comparison : explanation.comparisons()) {
            sum += comparison.weight();
            lowest = Math.min(lowest, sum);
            highest = Math.max(highest, sum);
        }
        return draw(explanation, new Scale(lowest, Math.max(highest - lowest, 1)));
    }

    private static Waterfall draw(PairExplanation explanation, Scale scale) {
        List<Bar> bars = new ArrayList<>();
        int prior = explanation.priorWeight();
        bars.add(bar("Before looking", "", prior, "", Kind.PRIOR, scale, 0, List.of(), List.of()));
        long sum = prior;
        for (ComparisonExplanation comparison : explanation.comparisons()) {
            bars.add(bar(
                    comparison.comparison(),
                    comparison.level(),
                    comparison.weight(),
                    rarity(comparison.termFrequencyAdjustment()),
                    kind(comparison.weight()),
                    scale,
                    sum,
                    comparison.left(),
                    comparison.right()));
            sum += comparison.weight();
        }
        int total = explanation.score().weight();
        bars.add(bar("Match weight", "", total, "", Kind.SUM, scale, 0, List.of(), List.of()));
        return new Waterfall(List.copyOf(bars), scale.at(0), explanation.score().probability());
    }

    private static String rarity(int adjustment) {
        return adjustment == 0 ? "" : adjustment < 0 ? "common value" : "rare value";
    }

    private static Kind kind(int weight) {
        return weight == 0 ? Kind.NOTHING : weight > 0 ? Kind.FOR : Kind.AGAINST;
    }

    private static Bar bar(
            String name,
            String level,
            int weight,
            String rarity,
            Kind kind,
            Scale scale,
            long from,
            List<String> left,
            List<String> right) {
        long start = Math.min(from, from + weight);
        return new Bar(name, level, weight, rarity, kind, scale.at(start), scale.length(Math.abs(weight)), left, right);
    }

    /** From weights to percent of the width. */
    private record Scale(long lowest, long range) {

        String at(long weight) {
            return percent(weight - lowest);
        }

        String length(long weight) {
            return percent(weight);
        }

        private String percent(long weight) {
            return String.format(Locale.ROOT, "%.2f", weight * 100.0 / range);
        }
    }
}
