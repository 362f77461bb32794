package io.goldsmith.app.cli;

import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a training tells of itself, in a few lines. */
record TrainingLines(TrainingDiagnostics training) {

    private static final int MOST_WARNINGS_BESIDE_RESULTS = 4;

    /** Prints everything, the warnings last. */
    void printAll(PrintWriter out) {
        line(
                out,
                "iterations  %,d, %s (last change %s)",
                training.convergence().iterations(),
                training.convergence().converged() ? "converged" : "stopped",
                training.convergence().lastChange());
        line(
                out,
                "pairs       %,d random, %,d candidates (each for %,d), %,.0f matches expected among them",
                training.pairs().random(),
                training.pairs().candidates(),
                training.pairs().eachCandidateStandsFor(),
                training.pairs().expectedMatches());
        comparisons(out);
        training.warnings().forEach(warning -> line(out, "warning     %s", warning));
    }

    private void comparisons(PrintWriter out) {
        int width = training.comparisons().stream()
                .mapToInt(comparison -> comparison.comparison().length())
                .max()
                .orElse(0);
        String name = "%-" + Math.max(width, "comparison".length()) + "s";
        line(out, name + "   bits  both values  never seen", "comparison");
        for (ComparisonDiagnostics comparison : training.comparisons()) {
            String row = String.format(
                    Locale.ROOT,
                    name + "  %5.2f  %9.1f %%  %s",
                    comparison.comparison(),
                    comparison.bits(),
                    100 * comparison.filled(),
                    unseen(comparison));
            out.println(row.stripTrailing());
        }
    }

    private static String unseen(ComparisonDiagnostics comparison) {
        List<String> texts = new ArrayList<>();
        if (!comparison.unseenInRandomPairs().isEmpty()) {
            texts.add("at random: " + String.join(", ", comparison.unseenInRandomPairs()));
        }
        if (!comparison.unseenInMatches().isEmpty()) {
            texts.add("in matches: " + String.join(", ", comparison.unseenInMatches()));
        }
        return String.join("; ", texts);
    }

    /** Prints the gravest warnings, beside the results of a run that trained as well. */
    void printWarnings(PrintWriter err) {
        List<String> warnings = training.warnings();
        warnings.stream().limit(MOST_WARNINGS_BESIDE_RESULTS).forEach(warning -> line(err, "training: %s", warning));
        int more = warnings.size() - MOST_WARNINGS_BESIDE_RESULTS;
        if (more > 0) {
            line(err, "training: %,d more %s; match train prints all.", more, more == 1 ? "warning" : "warnings");
        }
    }

    private static void line(PrintWriter writer, String format, Object... arguments) {
        writer.println(String.format(Locale.ROOT, format, arguments));
    }
}
