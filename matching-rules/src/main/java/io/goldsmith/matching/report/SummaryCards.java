package io.goldsmith.matching.report;

import io.goldsmith.matching.evaluate.Evaluation;
import java.util.Optional;

/** The figures that matter most. */
record SummaryCards(MatchReport report) {

    String html() {
        StringBuilder cards = new StringBuilder("<div class=\"cards\">");
        card(cards, Html.number(report.records()), "records");
        card(cards, Html.number(report.clusters().metrics().clusters()), "clusters");
        card(cards, Html.number(report.blocking().comparedPairs()), "pairs compared");
        card(cards, Html.number(report.matches()), "matches");
        card(cards, Html.number(report.toReview()), "to review");
        card(cards, Html.number(report.clusters().metrics().cutPairs()), "matches cut");
        cards.append("</div>");
        Optional<Evaluation> evaluation = report.labels().map(LabelReport::evaluation);
        evaluation.ifPresent(measured -> {
            cards.append("<h3>Clusters against labels</h3><div class=\"cards\">");
            card(cards, Html.format("%.4f", measured.precision()), "pairwise precision");
            card(cards, Html.format("%.4f", measured.recall()), "pairwise recall");
            card(cards, Html.format("%.4f", measured.f1()), "pairwise F1");
            card(cards, Html.format("%.4f", measured.bCubedF1()), "B-cubed F1");
            if (measured.entities() > 0) {
                card(
                        cards,
                        Html.percent(measured.exactClusters() / (double) measured.entities()),
                        "entities exactly one cluster");
            }
            cards.append("</div>");
        });
        return cards.toString();
    }

    private static void card(StringBuilder cards, String figure, String name) {
        cards.append("<div class=\"card\"><b>")
                .append(figure)
                .append("</b><span>")
                .append(name)
                .append("</span></div>");
    }
}
