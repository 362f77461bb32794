package io.goldsmith.matching.report;

import java.util.SortedMap;

/**
 * The histogram of the match weights as SVG, with the thresholds.
 *
 * @param weights how many pairs there are, by whole bits
 * @param automatic the automatic threshold in bits
 * @param review the review threshold in bits
 */
record WeightHistogram(SortedMap<Integer, Long> weights, double automatic, double review) {

    private static final int WIDTH = 880;
    private static final int HEIGHT = 220;
    private static final int FLOOR = 190;

    String svg() {
        if (weights.isEmpty()) {
            return "<p>No pair reaches the review threshold.</p>";
        }
        int first = Math.min(weights.firstKey(), (int) Math.floor(review));
        int last = Math.max(weights.lastKey() + 1, (int) Math.ceil(automatic) + 1);
        double step = (WIDTH - 20) / (double) (last - first);
        long highest =
                weights.values().stream().mapToLong(Long::longValue).max().orElse(1);
        StringBuilder svg = new StringBuilder();
        svg.append(Html.format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Histogram of match weights in bits\">",
                WIDTH, HEIGHT));
        weights.forEach((bits, count) -> {
            double height = Math.max(1, 160.0 * count / highest);
            svg.append(Html.format(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%d to %d bits: %s"
                            + " pairs</title></rect>",
                    bits >= automatic ? "match" : "possible",
                    10 + (bits - first) * step,
                    FLOOR - height,
                    Math.max(1, step - 1.5),
                    height,
                    bits,
                    bits + 1,
                    Html.number(count)));
        });
        int between = Math.max(1, (last - first) / 12);
        for (int bits = first; bits <= last; bits += between) {
            svg.append(Html.format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                    10 + (bits - first) * step, FLOOR + 16, bits));
        }
        line(svg, 10 + (review - first) * step, "review", 14);
        line(svg, 10 + (automatic - first) * step, "automatic", 28);
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, double x, String name, int y) {
        svg.append(Html.format(
                "<line class=\"threshold\" x1=\"%.1f\" y1=\"6\" x2=\"%.1f\" y2=\"%d\"/><text class=\"threshold\" x=\"%.1f\""
                        + " y=\"%d\">%s</text>",
                x, x, FLOOR, x + 4, y, name));
    }
}
