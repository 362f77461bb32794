package io.goldsmith.samples.generate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Values of which some are drawn more often than others. */
final class Weighted<T> {

    private final List<T> values;
    private final double[] cumulative;

    private Weighted(List<T> values, IntToDoubleFunction weightByRank) {
        this.values = List.copyOf(values);
        this.cumulative = new double[values.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulative.length; rank++) {
            sum += weightByRank.applyAsDouble(rank);
            cumulative[rank] = sum;
        }
    }

    static <T> Weighted<T> by(List<T> values, ToDoubleFunction<T> weight) {
        return new Weighted<>(values, rank -> weight.applyAsDouble(values.get(rank)));
    }

    /** Zipf and Mandelbrot: the weight of rank r, from 0, is 1 / (r + offset)^exponent. */
    static <T> Weighted<T> zipf(List<T> values, double offset, double exponent) {
        return new Weighted<>(values, rank -> 1 / Math.pow(rank + offset, exponent));
    }

    /** Parses {@code name=weight} words. */
    static Weighted<String> parse(String words) {
        List<String[]> entries =
                Arrays.stream(words.split(" ")).map(word -> word.split("=")).toList();
        return new Weighted<>(
                entries.stream().map(entry -> entry[0]).toList(), rank -> Double.parseDouble(entries.get(rank)[1]));
    }

    T pick(Draw draw) {
        double position = draw.share() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, position);
        return values.get(Math.min(found >= 0 ? found + 1 : -found - 1, values.size() - 1));
    }

    int size() {
        return values.size();
    }
}
