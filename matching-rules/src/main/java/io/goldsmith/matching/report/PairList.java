package io.goldsmith.matching.report;

import io.goldsmith.matching.report.MatchReport.SamplePair;
import io.goldsmith.matching.score.MatchWeight;
import java.util.List;
import java.util.Locale;

/**
 * Pairs to look at, each of which opens to its waterfall.
 *
 * @param pairs what is shown
 * @param none what is said if there is none
 */
record PairList(List<SamplePair> pairs, String none) {

    String html() {
        if (pairs.isEmpty()) {
            return "<p>" + none + "</p>";
        }
        StringBuilder html = new StringBuilder();
        for (SamplePair pair : pairs) {
            String grade = pair.explanation().score().grade().name().toLowerCase(Locale.ROOT);
            html.append("<details class=\"pair\"><summary><span class=\"ids\">")
                    .append(Html.escaped(pair.left()))
                    .append(" · ")
                    .append(Html.escaped(pair.right()))
                    .append("</span><span class=\"grade ")
                    .append(grade)
                    .append("\">")
                    .append(grade.replace('_', ' '))
                    .append("</span>")
                    .append(
                            pair.note().isEmpty()
                                    ? ""
                                    : "<span class=\"note\">" + Html.escaped(pair.note()) + "</span>")
                    .append("<span class=\"n\">")
                    .append(Html.bits(
                            MatchWeight.toBits(pair.explanation().score().weight())))
                    .append(" bits, ")
                    .append(Html.format("%.4f", pair.explanation().score().probability()))
                    .append("</span>")
                    .append("</summary>")
                    .append(new Waterfall(pair.explanation()).html())
                    .append("</details>");
        }
        return html.toString();
    }
}
