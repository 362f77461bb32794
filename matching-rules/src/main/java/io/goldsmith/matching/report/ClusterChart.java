package io.goldsmith.matching.report;

import io.goldsmith.matching.cluster.ClusterMetrics;
import io.goldsmith.matching.cluster.ClusterMetrics.Cohesion;
import io.goldsmith.matching.score.MatchWeight;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large the clusters are and how well they hold together.
 *
 * @param clusters what is shown
 */
record ClusterChart(ClusterReport clusters) {

    /** Up to here each size has a row of its own; from here on each row is twice as wide as the one before. */
    private static final int LAST_SINGLE = 10;

    String html() {
        ClusterMetrics metrics = clusters.metrics();
        return "<p>" + Html.number(metrics.innerPairs())
                + " pairs at or above the review threshold lie within clusters: " + Html.percent(metrics.density())
                + " of all pairs there. They weigh " + Html.bits(MatchWeight.toBits(metrics.meanWeight()))
                + " bits on average, the lightest " + Html.bits(MatchWeight.toBits(metrics.smallestWeight()))
                + ".</p>" + sizes(metrics) + weakest(metrics);
    }

    private static String sizes(ClusterMetrics metrics) {
        SortedMap<Integer, Long> rows = new TreeMap<>();
        metrics.sizes().forEach((size, count) -> rows.merge(firstOf(size), count, Long::sum));
        long most = rows.values().stream().mapToLong(Long::longValue).max().orElse(1);
        StringBuilder html = new StringBuilder("<div class=\"rules sizes\">");
        rows.forEach((first, count) -> html.append("<span class=\"what\">")
                .append(words(first))
                .append("</span>")
                .append(Html.bar("match", 0, count / (double) most))
                .append("<span class=\"n\">")
                .append(Html.number(count))
                .append("</span>"));
        return html.append("</div>").toString();
    }

    private static int firstOf(int size) {
        int first = LAST_SINGLE + 1;
        while (size > LAST_SINGLE && size > 2 * (first - 1)) {
            first = 2 * (first - 1) + 1;
        }
        return size <= LAST_SINGLE ? size : first;
    }

    private static String words(int first) {
        if (first <= LAST_SINGLE) {
            return first == 1 ? "1 record" : first + " records";
        }
        return first + " to " + 2 * (first - 1);
    }

    private String weakest(ClusterMetrics metrics) {
        if (metrics.weakest().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<details><summary>Clusters with the weakest links</summary>"
                + "<div class=\"scroll\"><table><thead><tr><th>cluster</th><th class=\"n\">records</th>"
                + "<th class=\"n\">weakest link</th><th class=\"n\">lightest pair</th><th class=\"n\">mean</th>"
                + "<th class=\"n\">density</th></tr></thead><tbody>");
        for (int position = 0; position < metrics.weakest().size(); position++) {
            Cohesion cohesion = metrics.weakest().get(position);
            html.append("<tr><td>")
                    .append(Html.escaped(clusters.weakest().get(position)))
                    .append("</td>")
                    .append(Html.numberCell(Html.number(cohesion.size())))
                    .append(Html.numberCell(Html.bits(MatchWeight.toBits(cohesion.weakestLink()))))
                    .append(Html.numberCell(Html.bits(MatchWeight.toBits(cohesion.smallestWeight()))))
                    .append(Html.numberCell(Html.bits(MatchWeight.toBits(cohesion.meanWeight()))))
                    .append(Html.numberCell(Html.percent(cohesion.density())))
                    .append("</tr>");
        }
        return html.append("</tbody></table></div></details>").toString();
    }
}
