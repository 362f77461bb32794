package io.goldsmith.matching.report;

import java.util.SortedMap;

/**
 * The histogram of the match weights, with the thresholds.
 *
 * @param weights how many pairs there are, by whole bits
 * @param automatic the automatic threshold in bits
 * @param review the review threshold in bits
 */
record WeightHistogram(SortedMap<Integer, Long> weights, double automatic, double review) {

    private static final double HIGHEST = 0.8;
    private static final int TICKS = 10;

    String html() {
        if (weights.isEmpty()) {
            return "<p>No pair reaches the review threshold.</p>";
        }
        int first = Math.min(weights.firstKey(), (int) Math.floor(review)) - 1;
        int last = Math.max(weights.lastKey() + 1, (int) Math.ceil(automatic) + 1);
        double width = last - first;
        long greatest =
                weights.values().stream().mapToLong(Long::longValue).max().orElse(1);
        Plot plot = new Plot("How many pairs have which match weight");
        plot.across(HIGHEST, Html.number(greatest)).across(HIGHEST / 2, Html.number(greatest / 2));
        weights.forEach((bits, count) -> column(plot, bits, count, first, width, greatest));
        int step = Math.max(1, (int) Math.ceil(width / TICKS));
        for (int bits = first; bits <= last; bits++) {
            if (Math.floorMod(bits, step) == 0) {
                plot.below((bits - first) / width, Html.signed(Integer.toString(bits)));
            }
        }
        plot.mark((review - first) / width, "review " + Html.signed(Html.format("%.1f", review)), 0);
        plot.mark((automatic - first) / width, "automatic " + Html.signed(Html.format("%.1f", automatic)), 1);
        return plot.html();
    }

    /** A column of the pairs of one bit, parted where a threshold goes through it only by colour of the greater side. */
    private void column(Plot plot, int bits, long count, int first, double width, long greatest) {
        double left = (bits - first) / width;
        plot.column(
                bits + 0.5 >= automatic ? "match" : "possible",
                left,
                left + 0.86 / width,
                Math.max(0.004, HIGHEST * count / greatest),
                Html.format("%d to %d bits: %,d pairs", bits, bits + 1, count));
    }
}
