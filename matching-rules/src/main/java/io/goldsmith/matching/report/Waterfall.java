package io.goldsmith.matching.report;

import io.goldsmith.matching.score.ComparisonExplanation;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.matching.score.PairExplanation;

/** The weights of one pair, each a bar that begins where the one before ends, from the prior to the sum. */
record Waterfall(PairExplanation explanation) {

    String html() {
        int sum = explanation.priorWeight();
        int lowest = Math.min(0, sum);
        int highest = Math.max(0, sum);
        for (ComparisonExplanation comparison : explanation.comparisons()) {
            sum += comparison.weight();
            lowest = Math.min(lowest, sum);
            highest = Math.max(highest, sum);
        }
        Scale scale = new Scale(lowest, Math.max(1, highest - lowest));
        StringBuilder html = new StringBuilder("<div class=\"waterfall\">")
                .append(row("prior", "against " + explanation.rival().word(), "", 0, explanation.priorWeight(), scale));
        int before = explanation.priorWeight();
        for (ComparisonExplanation comparison : explanation.comparisons()) {
            html.append(row(
                    Html.escaped(comparison.comparison()),
                    Html.escaped(comparison.level()) + adjustment(comparison),
                    values(comparison),
                    before,
                    before + comparison.weight(),
                    scale));
            before += comparison.weight();
        }
        return html.append(row("<b>sum</b>", "", "", 0, before, scale))
                .append("</div>")
                .toString();
    }

    /** Where weights stand in the bars. */
    private record Scale(int lowest, double width) {

        double at(int weight) {
            return (weight - lowest) / width;
        }
    }

    private static String adjustment(ComparisonExplanation comparison) {
        return comparison.termFrequencyAdjustment() == 0
                ? ""
                : Html.format(
                        "<sup title=\"%s bits of it because of how common the value is\">tf</sup>",
                        Html.bits(MatchWeight.toBits(comparison.termFrequencyAdjustment())));
    }

    private static String values(ComparisonExplanation comparison) {
        String left = Html.escaped(String.join(", ", comparison.left()));
        String right = Html.escaped(String.join(", ", comparison.right()));
        if (left.equals(right)) {
            return left;
        }
        return (left.isEmpty() ? "<i>missing</i>" : left) + "<br>" + (right.isEmpty() ? "<i>missing</i>" : right);
    }

    private static String row(String name, String level, String values, int from, int to, Scale scale) {
        String kind = to >= from ? "for" : "against";
        return "<span class=\"what\">" + name + "</span><span class=\"how\">" + level + "</span><span class=\"values\">"
                + values + "</span>"
                + Html.bar(kind, scale.at(Math.min(from, to)), scale.at(Math.max(from, to)))
                + "<span class=\"n\">" + Html.bits(MatchWeight.toBits(to - from)) + "</span>";
    }
}
