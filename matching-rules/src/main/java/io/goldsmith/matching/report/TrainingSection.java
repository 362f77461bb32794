package io.goldsmith.matching.report;

import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.DependentComparisons;
import java.util.List;

/** What a training told of itself: figures, comparisons, dependences, and what to do about them. */
record TrainingSection(TrainingDiagnostics training) {

    String html() {
        return cards() + warnings() + comparisons() + dependences();
    }

    private String cards() {
        return "<div class=\"cards\">"
                + card(
                        Html.number(training.convergence().iterations()),
                        training.convergence().converged()
                                ? "iterations until it converged"
                                : "iterations, then it was stopped")
                + card(Html.number(training.pairs().random()), "random pairs looked at")
                + card(
                        Html.number(training.pairs().candidates()),
                        training.pairs().eachCandidateStandsFor() == 1
                                ? "candidate pairs, all there are"
                                : "candidate pairs, each for "
                                        + Html.number(training.pairs().eachCandidateStandsFor()))
                + card(Html.number(Math.round(training.pairs().expectedMatches())), "matches expected among them")
                + "</div>";
    }

    private static String card(String figure, String name) {
        return "<div class=\"card\"><b>" + figure + "</b><span>" + name + "</span></div>";
    }

    private String warnings() {
        List<String> warnings = training.warnings();
        if (warnings.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<ul class=\"warnings\">");
        warnings.forEach(
                warning -> html.append("<li>").append(Html.escaped(warning)).append("</li>"));
        return html.append("</ul>").toString();
    }

    private String comparisons() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>comparison</th>"
                + "<th class=\"n\">bits</th><th class=\"n\">both values</th>"
                + "<th>in no random pair</th><th>in no match</th></tr></thead><tbody>");
        for (ComparisonDiagnostics comparison : training.comparisons()) {
            html.append("<tr><td>")
                    .append(Html.escaped(comparison.comparison()))
                    .append("</td>")
                    .append(Html.numberCell(Html.format("%.2f", comparison.bits())))
                    .append(Html.numberCell(Html.percent(comparison.filled())))
                    .append(levels(comparison.unseenInRandomPairs()))
                    .append(levels(comparison.unseenInMatches()))
                    .append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static String levels(List<String> levels) {
        return "<td>" + Html.escaped(String.join(", ", levels)) + "</td>";
    }

    private String dependences() {
        if (training.dependences().isEmpty()) {
            return "<p class=\"hint\">No two comparisons were found to tell the same.</p>";
        }
        StringBuilder html = new StringBuilder("<h3>Comparisons that tell the same</h3><div class=\"rules\">");
        for (DependentComparisons dependence : training.dependences()) {
            html.append("<span class=\"what\">")
                    .append(Html.escaped(dependence.other() + " tells of " + dependence.comparison()))
                    .append(", among ")
                    .append(dependence.among().word())
                    .append("</span>")
                    .append(Html.bar("rival", 0, dependence.share()))
                    .append("<span class=\"n\">")
                    .append(Html.percent(dependence.share()))
                    .append("</span>");
        }
        return html.append("</div>").toString();
    }
}
