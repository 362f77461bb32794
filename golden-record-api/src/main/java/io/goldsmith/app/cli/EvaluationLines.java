package io.goldsmith.app.cli;

import io.goldsmith.matching.evaluate.Evaluation;
import java.io.PrintWriter;
import java.util.Locale;

/** How clusters agree with labels, in a few lines. */
final class EvaluationLines {

    private EvaluationLines() {}

    static void print(PrintWriter out, Evaluation measured) {
        line(
                out,
                "pairwise  precision %.4f  recall %.4f  F1 %.4f",
                measured.precision(),
                measured.recall(),
                measured.f1());
        line(
                out,
                "B-cubed   precision %.4f  recall %.4f  F1 %.4f",
                measured.bCubedPrecision(),
                measured.bCubedRecall(),
                measured.bCubedF1());
        if (measured.entities() > 0) {
            line(
                    out,
                    "exact     %,d of %,d entities are one cluster exactly",
                    measured.exactClusters(),
                    measured.entities());
        }
    }

    private static void line(PrintWriter out, String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
