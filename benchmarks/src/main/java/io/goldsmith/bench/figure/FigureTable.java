package io.goldsmith.bench.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Lays figures out as text: name, value, unit, target, and whether it is met. */
public final class FigureTable {

    private static final int NARROWEST = 20;

    private FigureTable() {}

    /** A table with a head, a line per figure. */
    public static String of(List<Figure> figures) {
        int width = figures.stream().mapToInt(figure -> figure.name().length()).reduce(NARROWEST, Math::max);
        String format = "%-" + width + "s  %14s  %-10s  %14s  %s%n";
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, format, "figure", "value", "unit", "target", "met"));
        for (Figure figure : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    format,
                    figure.name(),
                    figure.value().isPresent() ? number(figure.value().getAsDouble()) : "-",
                    figure.unit(),
                    figure.target().isPresent() ? target(figure) : "",
                    met(figure)));
        }
        return text.toString();
    }

    private static String target(Figure figure) {
        String number = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(figure.target().getAsDouble());
        return figure.better().sign() + " " + number;
    }

    /** Whether the target is met, in a word; nothing where there is no target. */
    private static String met(Figure figure) {
        if (figure.target().isEmpty()) {
            return "";
        }
        return figure.met().map(met -> met ? "yes" : "NO").orElse("not measured");
    }

    /** A number with as many decimals as its size leaves room for. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 1000 ? "%,.0f" : size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
