package io.goldsmith.matching.report;

import io.goldsmith.matching.score.ComparisonExplanation;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.matching.score.PairExplanation;
import java.util.ArrayList;
import java.util.List;

/** The weights of one pair as a table with a bar for each, from the prior to the sum. */
record Waterfall(PairExplanation explanation) {

    private static final int WIDTH = 300;

    String html() {
        List<Integer> weights = new ArrayList<>();
        weights.add(explanation.priorWeight());
        explanation.comparisons().forEach(comparison -> weights.add(comparison.weight()));
        int sum = 0;
        int lowest = 0;
        int highest = 0;
        for (int weight : weights) {
            sum += weight;
            lowest = Math.min(lowest, sum);
            highest = Math.max(highest, sum);
        }
        double scale = WIDTH / (double) Math.max(1, highest - lowest);
        StringBuilder html = new StringBuilder(
                "<table class=\"waterfall\"><thead><tr><th>comparison</th><th>level</th><th>left</th><th>right</th>"
                        + "<th class=\"n\">bits</th><th></th></tr></thead><tbody>");
        row(html, "prior", "", "", "", explanation.priorWeight(), bar(0, explanation.priorWeight(), lowest, scale));
        int before = explanation.priorWeight();
        for (ComparisonExplanation comparison : explanation.comparisons()) {
            row(
                    html,
                    comparison.comparison(),
                    comparison.level(),
                    String.join(", ", comparison.left()),
                    String.join(", ", comparison.right()),
                    comparison.weight(),
                    bar(before, before + comparison.weight(), lowest, scale));
            before += comparison.weight();
        }
        row(html, "sum", "", "", "", before, bar(0, before, lowest, scale));
        return html.append("</tbody></table>").toString();
    }

    private static void row(
            StringBuilder html, String name, String level, String left, String right, int weight, String bar) {
        html.append("<tr><td>")
                .append(Html.escaped(name))
                .append("</td><td>")
                .append(Html.escaped(level))
                .append("</td><td>")
                .append(Html.escaped(left))
                .append("</td><td>")
                .append(Html.escaped(right))
                .append("</td><td class=\"n\">")
                .append(Html.format("%+.2f", MatchWeight.toBits(weight)))
                .append("</td><td>")
                .append(bar)
                .append("</td></tr>");
    }

    private static String bar(int from, int to, int lowest, double scale) {
        double start = (Math.min(from, to) - lowest) * scale;
        double width = Math.max(1, Math.abs(to - from) * scale);
        return Html.format(
                "<svg width=\"%d\" height=\"12\" aria-hidden=\"true\"><rect class=\"%s\" x=\"%.1f\" width=\"%.1f\""
                        + " height=\"12\"/></svg>",
                WIDTH + 2, to >= from ? "match" : "against", start, width);
    }
}
