package io.goldsmith.bench.accuracy;

import io.goldsmith.matching.evaluate.Evaluation;
import java.util.List;
import java.util.Locale;

/** Lays accuracies out as text, a line per file and configuration. */
final class AccuracyTable {

    private static final String HEAD = "%-15s %-13s %9s %12s %9s %7s %7s %10s %8s  %-4s %s%n";
    private static final String LINE = "%-15s %-13s %,9d %,12d %9.4f %7.4f %7.4f %10.4f %8.1f  %-4s %s%n";

    private AccuracyTable() {}

    static String of(List<AccuracyRow> rows) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                HEAD,
                "data",
                "configuration",
                "records",
                "pairs",
                "precision",
                "recall",
                "F1",
                "B-cubed F1",
                "seconds",
                "met",
                "target"));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(AccuracyRow row) {
        String target = row.target().text();
        if (row.accuracy().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    HEAD,
                    row.data(),
                    row.configuration(),
                    "-",
                    "-",
                    "-",
                    "-",
                    "-",
                    "-",
                    "-",
                    "NO",
                    target);
        }
        Accuracy accuracy = row.accuracy().get();
        Evaluation evaluation = accuracy.evaluation();
        return String.format(
                Locale.ROOT,
                LINE,
                row.data(),
                row.configuration(),
                accuracy.records(),
                accuracy.pairs(),
                evaluation.precision(),
                evaluation.recall(),
                evaluation.f1(),
                evaluation.bCubedF1(),
                accuracy.seconds(),
                row.target().isMet(evaluation) ? "yes" : "NO",
                target);
    }
}
