package io.goldsmith.matching.report;

import io.goldsmith.matching.block.BlockingStatistics;
import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import io.goldsmith.matching.block.LargeBlock;
import java.util.List;
import java.util.Locale;

/**
 * What blocking brought and gave up, rule by rule, and the largest blocks with the values that caused them.
 *
 * @param blocking what is shown
 */
record BlockingTables(BlockingStatistics blocking) {

    private static final List<String> FIGURES = List.of(
            "keys",
            "blocks",
            "largest",
            "pairs at most",
            "new pairs",
            "refined",
            "outgrown",
            "given up",
            "pairs given up",
            "records with keys cut");

    String html() {
        return "<p>" + Html.number(blocking.comparedPairs()) + " of " + Html.number(blocking.possiblePairs())
                + " possible pairs were compared: a reduction ratio of "
                + Html.format("%.6f", blocking.reductionRatio()) + ".</p>"
                + rules() + "<details><summary>Largest blocks</summary>" + largestBlocks() + "</details>";
    }

    private String rules() {
        StringBuilder html = new StringBuilder("<table><thead><tr><th>rule</th>");
        FIGURES.forEach(figure -> html.append("<th class=\"n\">").append(figure).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (RuleStatistics rule : blocking.rules()) {
            html.append("<tr><td>").append(Html.escaped(rule.rule())).append("</td>");
            for (long figure : figures(rule)) {
                html.append("<td class=\"n\">").append(Html.number(figure)).append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static long[] figures(RuleStatistics rule) {
        return new long[] {
            rule.keys(),
            rule.blocks(),
            rule.largestBlock(),
            rule.pairBound(),
            rule.pairs(),
            rule.refinedBlocks(),
            rule.outgrownBlocks(),
            rule.givenUpBlocks(),
            rule.givenUpPairs(),
            rule.cutRecords()
        };
    }

    private String largestBlocks() {
        StringBuilder html =
                new StringBuilder("<table><thead><tr><th>rule</th><th>value</th><th class=\"n\">records</th>"
                        + "<th>outcome</th></tr></thead><tbody>");
        for (RuleStatistics rule : blocking.rules()) {
            for (LargeBlock block : rule.largestBlocks()) {
                html.append("<tr><td>")
                        .append(Html.escaped(rule.rule()))
                        .append("</td><td>")
                        .append(Html.escaped(block.value()))
                        .append("</td><td class=\"n\">")
                        .append(Html.number(block.records()))
                        .append("</td><td>")
                        .append(block.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .append("</td></tr>");
            }
        }
        return html.append("</tbody></table>").toString();
    }
}
