package io.goldsmith.dmp.warehouse;

import java.util.Locale;

/** Lays a privacy report out as text. */
final class PrivacyReportText {

    private final StringBuilder text = new StringBuilder();

    private PrivacyReportText() {}

    static String of(PrivacyReport report) {
        PrivacyReportText layout = new PrivacyReportText();
        layout.add(report);
        return layout.text.toString();
    }

    private void add(PrivacyReport report) {
        PrivacyReport.Persons persons = report.persons();
        PrivacyReport.Anonymity anonymity = report.anonymity();
        text.append("Privacy report of load ")
                .append(report.load())
                .append(" at ")
                .append(report.at())
                .append(": ")
                .append(report.outcome())
                .append('\n');
        report.reasons().forEach(reason -> line("reason", reason));
        line("profiles delivered", count(persons.delivered()));
        line("left out, no consent", count(persons.leftOut()));
        line("left out, repeated key", count(persons.repeated()));
        line("persons considered", count(persons.considered()));
        line("persons published", count(persons.published()));
        line(
                "persons suppressed",
                count(persons.suppressed()) + String.format(Locale.ROOT, " (%.2f%%)", 100 * persons.suppressedShare()));
        line("persons waiting", count(persons.waiting()));
        line("rows", count(anonymity.rows()));
        line("classes", count(anonymity.classes()) + " (" + count(anonymity.heldClasses()) + " held as before)");
        line("k-anonymity", anonymity.kReached() + " reached, " + anonymity.k() + " required");
        anonymity
                .lReached()
                .forEach((name, reached) ->
                        line("l-diversity " + name, reached + " reached, " + anonymity.l() + " required"));
        line(
                "compared with loads",
                report.comparedWith().isEmpty()
                        ? "none: first publication of these columns"
                        : report.comparedWith().toString());
        report.attributes().forEach(this::attribute);
    }

    private void attribute(PrivacyReport.Attribute attribute) {
        line(
                "column " + attribute.name(),
                attribute.sensitive()
                        ? "sensitive, as in the profile"
                        : attribute.generalisation() + " (level " + attribute.level() + " of " + attribute.height()
                                + ")");
    }

    private void line(String label, String value) {
        text.append(String.format(Locale.ROOT, "  %-36s %s\n", label, value));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
