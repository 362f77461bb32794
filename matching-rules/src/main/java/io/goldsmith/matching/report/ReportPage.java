package io.goldsmith.matching.report;

import io.goldsmith.matching.cluster.CutReason;
import io.goldsmith.matching.evaluate.LabelledError;
import io.goldsmith.matching.model.TrainingDiagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The report as one page that needs nothing from elsewhere. */
final class ReportPage {

    private final MatchReport report;

    ReportPage(MatchReport report) {
        this.report = report;
    }

    String html() {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"
                + "<title>Goldsmith match report</title><style>" + style()
                + "</style></head><body><main><header><h1>Match report</h1>"
                + "<p class=\"hint\">Holds values of records: keep it as confidential as they are.</p></header>"
                + "<section id=\"summary\">" + new SummaryCards(report).html() + "</section>"
                + Html.section(
                        "weights",
                        "Match weights",
                        "How many pairs have which weight in bits; each bit doubles the odds that a pair is one customer.",
                        new WeightHistogram(report.weights(), report.automaticBits(), report.reviewBits()).html())
                + report.labels().map(this::thresholds).orElse("")
                + Html.section(
                        "clusters",
                        "Clusters",
                        "How many clusters there are, by how many records they hold.",
                        new ClusterChart(report.clusters()).html())
                + cuts()
                + Html.section(
                        "samples",
                        "Pairs near the thresholds",
                        "Open a pair to see what speaks for it and what against it, and which explanation other than"
                                + " one customer it is measured against.",
                        new PairList(report.samples(), "No pair reaches the review threshold.").html())
                + report.labels().map(ReportPage::errors).orElse("")
                + Html.section(
                        "model",
                        "Match model",
                        "How often each level is seen among matches and among strangers, and what it weighs, in bits.",
                        new ModelChart(report.model()).html())
                + report.training().map(ReportPage::training).orElse("")
                + Html.section(
                        "blocking",
                        "Blocking",
                        "Which pairs were compared at all, and by which rule they came.",
                        new BlockingChart(
                                        report.blocking(),
                                        report.labels()
                                                .map(labels -> labels.errors().pairsCompleteness()))
                                .html())
                + leftOut() + "</main></body></html>\n";
    }

    private String thresholds(LabelReport labels) {
        return Html.section(
                "thresholds",
                "Thresholds against labels",
                "What each threshold would come to for pairs as they stand; clustering comes after.",
                new ThresholdChart(labels.sweep(), report.automaticBits()).html());
    }

    private static String training(TrainingDiagnostics training) {
        return Html.section(
                "training",
                "What training tells",
                "What each comparison tells of a match in bits, how often both records have a value, and which levels were"
                        + " never seen.",
                new TrainingSection(training).html());
    }

    private String cuts() {
        if (report.clusters().metrics().cutPairs() == 0) {
            return "";
        }
        StringBuilder reasons = new StringBuilder("<div class=\"cards\">");
        for (CutReason reason : CutReason.values()) {
            reasons.append("<div class=\"card\"><b>")
                    .append(Html.number(report.clusters().metrics().cuts().get(reason)))
                    .append("</b><span>")
                    .append(reason.words())
                    .append("</span></div>");
        }
        return Html.section(
                "cuts",
                "Matches that were cut",
                "Pairs above the automatic threshold whose records are in different clusters, by reason.",
                reasons.append("</div>") + new PairList(report.clusters().cuts(), "").html());
    }

    private static String errors(LabelReport labels) {
        StringBuilder causes = new StringBuilder("<ul class=\"causes\">");
        labels.errors()
                .misses()
                .forEach((LabelledError.Cause cause, Long count) -> causes.append("<li><b>")
                        .append(Html.number(count))
                        .append("</b> ")
                        .append(cause.words())
                        .append("</li>"));
        return Html.section(
                        "false-positives",
                        "Joined, but labelled apart",
                        "The pairs that the engine was most sure of.",
                        new PairList(labels.falsePositives(), "None.").html())
                + Html.section(
                        "false-negatives",
                        "Labelled one, but not joined",
                        "Why labelled matches are missed, and the pairs that the engine was most sure to part.",
                        causes.append("</ul>") + new PairList(labels.falseNegatives(), "None.").html());
    }

    private String leftOut() {
        if (report.leftOutLines() == 0 && report.leftOutValues().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<p>" + Html.number(report.leftOutLines()) + " lines.</p><ul>");
        report.leftOutValues()
                .forEach((problem, count) -> html.append("<li>")
                        .append(Html.number(count))
                        .append(" values: ")
                        .append(Html.escaped(problem))
                        .append("</li>"));
        return Html.section(
                "left-out",
                "Left out",
                "What could not be read, or is no value of its kind.",
                html.append("</ul>").toString());
    }

    private static String style() {
        try (InputStream stream = ReportPage.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException("report.css is missing from matching-rules' jar.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("report.css cannot be read.", unreadable);
        }
    }
}
