package io.goldsmith.matching.report;

/**
 * A chart whose shapes are SVG that stretches with the page and whose words are text that does not: it can be read on a telephone. Positions
 * are from 0 to 1, from the left and from the bottom.
 */
final class Plot {

    private static final double SIDE = 1000;

    private final String label;
    private final StringBuilder shapes = new StringBuilder();
    private final StringBuilder words = new StringBuilder();

    /** @param label what the chart shows, for who cannot see it */
    Plot(String label) {
        this.label = label;
    }

    /** A bar that stands on the floor. */
    Plot column(String kind, double left, double right, double height, String title) {
        shapes.append(Html.format(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                kind,
                SIDE * left,
                SIDE * (1 - height),
                SIDE * Math.max(0, right - left),
                SIDE * height,
                Html.escaped(title)));
        return this;
    }

    /** A line through points. */
    Plot line(String kind, double[] x, double[] y) {
        StringBuilder points = new StringBuilder();
        for (int point = 0; point < x.length; point++) {
            points.append(Html.format("%.1f,%.1f ", SIDE * x[point], SIDE * (1 - y[point])));
        }
        shapes.append("<polyline class=\"")
                .append(kind)
                .append("\" points=\"")
                .append(points.toString().trim())
                .append("\"/>");
        return this;
    }

    /** A dot of a size that does not stretch. */
    Plot dot(String kind, double x, double y, String title) {
        words.append(Html.format(
                "<span class=\"dot %s\" style=\"left:%.2f%%;bottom:%.2f%%\" title=\"%s\"></span>",
                kind, 100 * x, 100 * y, Html.escaped(title)));
        return this;
    }

    /** A number under the floor. */
    Plot below(double x, String text) {
        words.append(
                Html.format("<span class=\"tick below\" style=\"left:%.2f%%\">%s</span>", 100 * x, Html.escaped(text)));
        return this;
    }

    /** A number at the left with a line across. */
    Plot across(double y, String text) {
        shapes.append(Html.format(
                "<line class=\"grid\" x1=\"0\" x2=\"%.0f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                SIDE, SIDE * (1 - y), SIDE * (1 - y)));
        words.append(Html.format(
                "<span class=\"tick beside\" style=\"bottom:%.2f%%\">%s</span>", 100 * y, Html.escaped(text)));
        return this;
    }

    /** An upright line with a word at its top; the rows of words, from 0, keep near ones apart. */
    Plot mark(double x, String text, int row) {
        shapes.append(Html.format(
                "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%.0f\"/>", SIDE * x, SIDE * x, SIDE));
        words.append(Html.format(
                "<span class=\"flag%s\" style=\"left:%.2f%%;top:%.1fem\">%s</span>",
                x > 0.6 ? " leftward" : "", 100 * x, 1.3 * row, Html.escaped(text)));
        return this;
    }

    String html() {
        return Html.format(
                        "<div class=\"plot\" role=\"img\" aria-label=\"%s\"><svg viewBox=\"0 0 %.0f %.0f\""
                                + " preserveAspectRatio=\"none\" aria-hidden=\"true\">",
                        Html.escaped(label), SIDE, SIDE)
                + shapes + "</svg>" + words + "</div>";
    }
}
