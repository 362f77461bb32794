package io.goldsmith.matching.report;

import io.goldsmith.matching.evaluate.ThresholdSweep;
import io.goldsmith.matching.evaluate.ThresholdSweep.Point;
import io.goldsmith.matching.score.MatchWeight;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Precision and recall of the pairs as they stand, against each other and by threshold.
 *
 * @param sweep what is shown
 * @param automatic the automatic threshold in bits
 */
record ThresholdChart(ThresholdSweep sweep, double automatic) {

    private static final int TICKS = 8;
    private static final double HALF = 0.5;
    private static final double HIGHEST_FLOOR = 0.9;

    String html() {
        List<Point> points = sweep.points();
        if (points.isEmpty()) {
            return "<p>No labelled pair reaches the review threshold.</p>";
        }
        Point best = sweep.best().orElseThrow();
        return "<div class=\"two\"><div><h3>Precision by recall</h3>" + curve(points, best)
                + "<p class=\"axis\">recall →</p></div><div><h3>By threshold</h3>" + byThreshold(points)
                + "<p class=\"axis\">threshold in bits →</p></div></div>"
                + "<p class=\"legend\"><span><i class=\"key match\"></i>precision</span>"
                + "<span><i class=\"key possible\"></i>recall</span><span><i class=\"key rival\"></i>F1</span></p>"
                + Html.format(
                        "<p>Pairs alone do best from %s bits on: precision %.4f, recall %.4f, F1 %.4f.</p>",
                        Html.bits(MatchWeight.toBits(best.weight())), best.precision(), best.recall(), best.f1());
    }

    private static String curve(List<Point> points, Point best) {
        double floor = floor(points);
        Plot plot = new Plot("Precision by recall");
        across(plot, floor);
        for (int tenths = 0; tenths <= 10; tenths += 2) {
            plot.below(tenths / 10.0, Html.format("%.1f", tenths / 10.0));
        }
        plot.line("precision", values(points, Point::recall), values(points, point -> height(point, floor)));
        plot.dot("best", best.recall(), height(best, floor), "the greatest F1");
        return plot.html();
    }

    /** From where precision is drawn: good and very good look alike on a scale from 0. */
    private static double floor(List<Point> points) {
        double lowest = points.stream().mapToDouble(Point::precision).min().orElse(0);
        return lowest < HALF ? 0 : Math.min(HIGHEST_FLOOR, Math.floor(lowest * 10) / 10);
    }

    private static double height(Point point, double floor) {
        return (point.precision() - floor) / (1 - floor);
    }

    private static void across(Plot plot, double floor) {
        for (int quarter = 0; quarter <= 4; quarter++) {
            double value = floor + quarter * (1 - floor) / 4;
            plot.across(quarter / 4.0, Html.format(floor > 0 ? "%.3f" : "%.2f", value));
        }
    }

    private String byThreshold(List<Point> points) {
        double lowest = bits(points.get(points.size() - 1));
        double width = Math.max(1, bits(points.get(0)) - lowest);
        Plot plot = new Plot("Precision, recall and F1 by threshold");
        across(plot, 0);
        int step = Math.max(1, (int) Math.ceil(width / TICKS));
        for (int bits = (int) Math.ceil(lowest); bits <= lowest + width; bits++) {
            if (Math.floorMod(bits, step) == 0) {
                plot.below((bits - lowest) / width, Html.signed(Integer.toString(bits)));
            }
        }
        double[] x = values(points, point -> (bits(point) - lowest) / width);
        plot.line("precision", x, values(points, Point::precision));
        plot.line("recall", x, values(points, Point::recall));
        plot.line("f1", x, values(points, Point::f1));
        double at = (automatic - lowest) / width;
        if (at >= 0 && at <= 1) {
            plot.mark(at, "automatic", 0);
        }
        return plot.html();
    }

    private static double bits(Point point) {
        return MatchWeight.toBits(point.weight());
    }

    private static double[] values(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
