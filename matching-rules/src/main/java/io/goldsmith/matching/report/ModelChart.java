package io.goldsmith.matching.report;

import io.goldsmith.matching.report.ModelReport.ComparisonReport;
import io.goldsmith.matching.report.ModelReport.LevelReport;
import io.goldsmith.matching.report.ModelReport.RivalShare;

/**
 * How often each level is seen among matches and among others, and what it weighs against each of them.
 *
 * @param model what is shown
 */
record ModelChart(ModelReport model) {

    String html() {
        StringBuilder html = new StringBuilder(shares());
        double widest = model.comparisons().stream()
                .flatMap(comparison -> comparison.levels().stream())
                .mapToDouble(this::greatest)
                .max()
                .orElse(1);
        html.append("<div class=\"comparisons\">");
        model.comparisons().forEach(comparison -> html.append(comparison(comparison, Math.max(1, widest))));
        return html.append("</div>").toString();
    }

    /** Who is measured against whom, as one in so many pairs. */
    private String shares() {
        StringBuilder html = new StringBuilder("<p class=\"legend\"><span><i class=\"key match\"></i>matches: ")
                .append(oneIn(model.prior()))
                .append("</span><span><i class=\"key stranger\"></i>strangers: all others</span>");
        for (RivalShare rival : model.rivals()) {
            html.append("<span>")
                    .append(Html.escaped(rival.rival()))
                    .append(": ")
                    .append(oneIn(rival.prior()))
                    .append("</span>");
        }
        return html.append("</p>").toString();
    }

    private static String oneIn(double probability) {
        return "1 in " + Html.number(Math.round(1 / probability)) + " pairs";
    }

    private double greatest(LevelReport level) {
        double greatest = Math.abs(level.bits());
        for (double share : level.rivals()) {
            greatest = Math.max(greatest, Math.abs(level.bitsAgainst(share)));
        }
        return greatest;
    }

    private String comparison(ComparisonReport comparison, double widest) {
        StringBuilder html = new StringBuilder("<article><h3>")
                .append(Html.escaped(comparison.comparison()))
                .append("</h3>");
        for (LevelReport level : comparison.levels()) {
            html.append("<div class=\"level\"><b>")
                    .append(Html.escaped(level.level()))
                    .append(level.termFrequency() ? "<sup title=\"follows how common the value is\">tf</sup>" : "")
                    .append("</b>")
                    .append(row("among matches", "match", Html.bar("match", 0, level.m()), Html.percent(level.m())))
                    .append(row(
                            "among strangers", "stranger", Html.bar("stranger", 0, level.u()), Html.percent(level.u())))
                    .append(weight("against strangers", level.bits(), widest));
            for (int rival = 0; rival < level.rivals().size(); rival++) {
                html.append(weight(
                        "against " + Html.escaped(model.rivals().get(rival).rival()),
                        level.bitsAgainst(level.rivals().get(rival)),
                        widest));
            }
            html.append("</div>");
        }
        return html.append(note(comparison)).append("</article>").toString();
    }

    private static String row(String words, String kind, String bar, String figure) {
        return "<span class=\"what " + kind + "\">" + words + "</span>" + bar + "<span class=\"n\">" + figure
                + "</span>";
    }

    private static String weight(String words, double bits, double widest) {
        double end = 0.5 + bits / widest / 2;
        String bar = Html.bar(bits >= 0 ? "for" : "against", Math.min(0.5, end), Math.max(0.5, end))
                .replace("class=\"track\"", "class=\"track both\"");
        return row(words, "weight", bar, Html.bits(bits));
    }

    private static String note(ComparisonReport comparison) {
        if (comparison.levels().stream().noneMatch(LevelReport::termFrequency)) {
            return "";
        }
        return comparison.listedValues() == 0
                ? "<p class=\"hint\">tf: no value is common enough to be counted by itself.</p>"
                : "<p class=\"hint\">tf: a rare value weighs more, a common one less; "
                        + Html.number(comparison.listedValues()) + " values are counted by themselves.</p>";
    }
}
