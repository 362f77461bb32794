package io.goldsmith.matching.report;

import java.util.TreeMap;

/** The report as one page that needs nothing from elsewhere. */
final class ReportPage {

    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;color:#1d2733;background:#f6f7f9;margin:0}
            main{max-width:960px;margin:0 auto;padding:24px}
            h1{margin:0 0 4px}h2{margin:0 0 12px;font-size:18px}
            section{background:#fff;border:1px solid #dfe3e8;border-radius:8px;padding:20px;margin:16px 0;overflow-x:auto}
            .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:12px}
            .card b{display:block;font-size:24px;font-variant-numeric:tabular-nums}.card span{color:#5a6675}
            table{border-collapse:collapse;width:100%;font-size:13px}
            th,td{text-align:left;padding:5px 8px;border-bottom:1px solid #edf0f3;vertical-align:top}
            th{color:#5a6675;font-weight:600}.n{text-align:right;font-variant-numeric:tabular-nums}
            rect.match{fill:#1a7f5a}rect.possible{fill:#c98a12}rect.against{fill:#b3393b}
            line.threshold{stroke:#1d2733;stroke-dasharray:4 3}text{font-size:11px;fill:#5a6675}text.threshold{fill:#1d2733}
            details{border-top:1px solid #edf0f3;padding:8px 0}summary{cursor:pointer}
            .grade{padding:1px 8px;border-radius:10px;background:#edf0f3;font-size:12px}
            """;

    private final MatchReport report;

    ReportPage(MatchReport report) {
        this.report = report;
    }

    String html() {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width,initial-scale=1\"><title>Goldsmith match report</title><style>"
                + STYLE + "</style></head><body><main><h1>Match report</h1>"
                + "<p>Holds values of records: keep it as confidential as they are.</p>"
                + summary()
                + section(
                        "Match weights, in bits",
                        new WeightHistogram(report.weights(), report.automaticBits(), report.reviewBits()).svg())
                + section("Blocking rules", new BlockingTables(report.blocking()).html())
                + section("Cluster sizes", clusterSizes())
                + section("Left out", leftOut())
                + section("Pairs near the thresholds", samples())
                + "</main></body></html>\n";
    }

    private static String section(String title, String content) {
        return "<section><h2>" + title + "</h2>" + content + "</section>";
    }

    private String summary() {
        StringBuilder cards = new StringBuilder("<div class=\"cards\">");
        card(cards, Html.number(report.records()), "records");
        card(cards, Html.number(report.clusters()), "clusters");
        card(cards, Html.number(report.blocking().comparedPairs()), "pairs compared");
        card(cards, Html.number(report.matches()), "matches");
        card(cards, Html.number(report.toReview()), "to review");
        report.evaluation().ifPresent(evaluation -> {
            card(cards, Html.format("%.4f", evaluation.precision()), "precision");
            card(cards, Html.format("%.4f", evaluation.recall()), "recall");
            card(cards, Html.format("%.4f", evaluation.f1()), "F1");
            card(cards, Html.format("%.4f", evaluation.bCubedF1()), "B-cubed F1");
        });
        return section("Summary", cards.append("</div>").toString());
    }

    private static void card(StringBuilder cards, String figure, String name) {
        cards.append("<div class=\"card\"><b>")
                .append(figure)
                .append("</b><span>")
                .append(name)
                .append("</span></div>");
    }

    private String clusterSizes() {
        StringBuilder html = new StringBuilder(
                "<table><thead><tr><th class=\"n\">records</th><th class=\"n\">clusters</th></tr></thead><tbody>");
        report.clusterSizes()
                .forEach((size, count) -> html.append("<tr><td class=\"n\">")
                        .append(Html.number(size))
                        .append("</td><td class=\"n\">")
                        .append(Html.number(count))
                        .append("</td></tr>"));
        return html.append("</tbody></table>").toString();
    }

    private String leftOut() {
        StringBuilder html = new StringBuilder("<p>" + Html.number(report.leftOutLines()) + " lines.</p><ul>");
        new TreeMap<>(report.leftOutValues())
                .forEach((problem, count) -> html.append("<li>")
                        .append(Html.number(count))
                        .append(" values: ")
                        .append(Html.escaped(problem))
                        .append("</li>"));
        return html.append("</ul>").toString();
    }

    private String samples() {
        StringBuilder html = new StringBuilder();
        for (MatchReport.SamplePair pair : report.samples()) {
            html.append("<details><summary>")
                    .append(Html.escaped(pair.left()))
                    .append(" and ")
                    .append(Html.escaped(pair.right()))
                    .append(" <span class=\"grade\">")
                    .append(pair.explanation().score().grade())
                    .append(Html.format(" %.4f", pair.explanation().score().probability()))
                    .append("</span></summary>")
                    .append(new Waterfall(pair.explanation()).html())
                    .append("</details>");
        }
        return html.isEmpty() ? "<p>None.</p>" : html.toString();
    }
}
