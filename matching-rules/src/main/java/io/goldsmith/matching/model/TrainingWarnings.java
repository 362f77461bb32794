package io.goldsmith.matching.model;

import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.DependentComparisons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a training warns of, each with what to do about it. */
record TrainingWarnings(TrainingDiagnostics diagnostics) {

    /** With fewer, m is for a good part where training started. */
    private static final double FEWEST_MATCHES = 20;

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!diagnostics.convergence().converged()) {
            texts.add(stopped());
        }
        if (diagnostics.pairs().expectedMatches() < FEWEST_MATCHES) {
            texts.add(fewMatches());
        }
        for (ComparisonDiagnostics comparison : diagnostics.comparisons()) {
            if (comparison.carriesNothing()) {
                texts.add(nothing(comparison));
            }
        }
        diagnostics.dependences().stream().map(TrainingWarnings::dependence).forEach(texts::add);
        addUnseen(
                texts,
                comparison -> both(comparison.unseenInRandomPairs(), comparison.unseenInMatches()),
                "no pair showed %s: take these levels out of the configuration, or train on more records.");
        addUnseen(
                texts,
                comparison -> without(comparison.unseenInMatches(), comparison.unseenInRandomPairs()),
                "no match showed %s: m is where training started, be it the configuration's m or a guess; write down"
                        + " what is known, or train with labels.");
        addUnseen(
                texts,
                comparison -> without(comparison.unseenInRandomPairs(), comparison.unseenInMatches()),
                "no random pair showed %s: u stands for half a pair; raise training.sample-pairs, or train on more"
                        + " records.");
        return List.copyOf(texts);
    }

    private String stopped() {
        return String.format(
                Locale.ROOT,
                "training was stopped after %,d iterations, while a probability still changed by %s: m and the prior may"
                        + " be off; name training.match-rules to fix the prior, or blocking rules that bring more matches.",
                diagnostics.convergence().iterations(),
                diagnostics.convergence().lastChange());
    }

    private String fewMatches() {
        return String.format(
                Locale.ROOT,
                "only %,.0f of %,d candidate pairs can be expected to match, too few to learn from: train on more records,"
                        + " name training.match-rules to fix the prior, or compare more attributes.",
                diagnostics.pairs().expectedMatches(),
                diagnostics.pairs().candidates());
    }

    private static String nothing(ComparisonDiagnostics comparison) {
        String why = comparison.filled() == 0
                ? "no candidate pair has both values"
                : String.format(Locale.ROOT, "%.2f bits for a match", comparison.bits());
        return comparison.comparison() + " carries nothing (" + why
                + "): take the comparison out, or check that its column was read.";
    }

    private static String dependence(DependentComparisons dependence) {
        return String.format(
                Locale.ROOT,
                "among %s, %s tells %.0f %% of what %s tells already: the same evidence is counted twice; drop one of the"
                        + " two, or compare both as one derived attribute.",
                dependence.among().word(),
                dependence.other(),
                100 * dependence.share(),
                dependence.comparison());
    }

    private void addUnseen(List<String> texts, Function<ComparisonDiagnostics, List<String>> levels, String text) {
        String unseen = diagnostics.comparisons().stream()
                .filter(comparison -> !levels.apply(comparison).isEmpty())
                .map(comparison -> comparison.comparison() + " (" + String.join(", ", levels.apply(comparison)) + ")")
                .collect(Collectors.joining(", "));
        if (!unseen.isEmpty()) {
            texts.add(String.format(Locale.ROOT, text, unseen));
        }
    }

    private static List<String> both(List<String> ones, List<String> others) {
        return ones.stream().filter(others::contains).toList();
    }

    private static List<String> without(List<String> ones, List<String> others) {
        return ones.stream().filter(one -> !others.contains(one)).toList();
    }
}
