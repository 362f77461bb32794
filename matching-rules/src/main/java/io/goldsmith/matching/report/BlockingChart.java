package io.goldsmith.matching.report;

import io.goldsmith.matching.block.BlockingStatistics;
import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import io.goldsmith.matching.block.LargeBlock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What blocking brought and gave up, rule by rule, and the largest blocks with the values that caused them.
 *
 * @param blocking what is shown
 * @param completeness the share of the labelled matches that it brings, if there are labels
 */
record BlockingChart(BlockingStatistics blocking, Optional<Double> completeness) {

    private static final List<String> FIGURES = List.of(
            "keys",
            "blocks",
            "largest",
            "pairs at most",
            "refined",
            "outgrown",
            "given up",
            "pairs given up",
            "records with keys cut");

    String html() {
        return "<p>" + Html.number(blocking.comparedPairs()) + " of " + Html.number(blocking.possiblePairs())
                + " possible pairs were compared: a reduction ratio of "
                + Html.format("%.6f", blocking.reductionRatio()) + "."
                + completeness
                        .map(share -> " They hold " + Html.percent(share) + " of the labelled matches.")
                        .orElse("")
                + givenUp() + "</p>" + bars() + "<details><summary>All figures of the rules</summary>" + figures()
                + "</details><details><summary>Largest blocks</summary>" + largestBlocks() + "</details>";
    }

    private String givenUp() {
        return blocking.givenUpPairs() == 0
                ? " No pair was given up."
                : " <strong>" + Html.number(blocking.givenUpPairs())
                        + " pairs were given up</strong> because their block was too large.";
    }

    private String bars() {
        long most = blocking.rules().stream()
                .mapToLong(RuleStatistics::pairBound)
                .max()
                .orElse(0);
        StringBuilder html = new StringBuilder(
                "<p class=\"legend\"><span><i class=\"key match\"></i>pairs that no earlier rule brings</span>"
                        + "<span><i class=\"key stranger\"></i>pairs that an earlier rule brings too</span></p>"
                        + "<div class=\"rules\">");
        for (RuleStatistics rule : blocking.rules()) {
            double first = rule.pairs() / (double) Math.max(1, most);
            double all = rule.pairBound() / (double) Math.max(1, most);
            html.append("<span class=\"what\">")
                    .append(Html.escaped(rule.rule()))
                    .append("</span>")
                    .append(Html.bar("stranger", 0, all).replace("</span></span>", "</span>"))
                    .append(Html.format(
                            "<span class=\"bar match\" style=\"left:0;width:%.2f%%\"></span></span>", 100 * first))
                    .append("<span class=\"n\">")
                    .append(Html.number(rule.pairs()))
                    .append("</span>");
        }
        return html.append("</div>").toString();
    }

    private String figures() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>rule</th>");
        FIGURES.forEach(figure -> html.append("<th class=\"n\">").append(figure).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (RuleStatistics rule : blocking.rules()) {
            html.append("<tr><td>").append(Html.escaped(rule.rule())).append("</td>");
            for (long figure : figures(rule)) {
                html.append(Html.numberCell(Html.number(figure)));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static long[] figures(RuleStatistics rule) {
        return new long[] {
            rule.keys(),
            rule.blocks(),
            rule.largestBlock(),
            rule.pairBound(),
            rule.refinedBlocks(),
            rule.outgrownBlocks(),
            rule.givenUpBlocks(),
            rule.givenUpPairs(),
            rule.cutRecords()
        };
    }

    private String largestBlocks() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>rule</th><th>value</th>"
                + "<th class=\"n\">records</th><th>outcome</th></tr></thead><tbody>");
        for (RuleStatistics rule : blocking.rules()) {
            for (LargeBlock block : rule.largestBlocks()) {
                html.append("<tr><td>")
                        .append(Html.escaped(rule.rule()))
                        .append("</td><td>")
                        .append(Html.escaped(block.value()))
                        .append("</td>")
                        .append(Html.numberCell(Html.number(block.records())))
                        .append("<td>")
                        .append(block.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .append("</td></tr>");
            }
        }
        return html.append("</tbody></table></div>").toString();
    }
}
