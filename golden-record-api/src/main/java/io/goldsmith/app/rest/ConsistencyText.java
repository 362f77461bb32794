package io.goldsmith.app.rest;

import io.goldsmith.mdm.resolution.BrokenInvariant;
import io.goldsmith.mdm.resolution.ConsistencyReport;
import io.goldsmith.mdm.resolution.Invariant;
import io.goldsmith.mdm.resolution.RebuildReport;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a check of the stored results found, and what was mended, for a person to read. */
final class ConsistencyText {

    /** So many places are named of each invariant; the rest is counted. */
    private static final int PLACES = 5;

    private ConsistencyText() {}

    static ControlAnswer answer(ConsistencyReport report) {
        StringBuilder text = new StringBuilder(head(report));
        found(text, report);
        if (!report.isSound()) {
            text.append("doctor --rebuild mends what can be mended.").append(System.lineSeparator());
        }
        return new ControlAnswer(outcome(report), text.toString());
    }

    static ControlAnswer answer(RebuildReport report) {
        StringBuilder text = new StringBuilder(head(report.before()));
        found(text, report.before());
        if (report.rounds() > 0) {
            text.append(String.format(Locale.ROOT, "mended in %d rounds, then checked again%n", report.rounds()));
            text.append(head(report.after()));
            found(text, report.after());
        }
        return new ControlAnswer(outcome(report.after()), text.toString());
    }

    private static ControlAnswer.Outcome outcome(ConsistencyReport report) {
        return report.isSound() ? ControlAnswer.Outcome.DONE : ControlAnswer.Outcome.FAILED;
    }

    private static String head(ConsistencyReport report) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "checked %,d source records and %,d golden records: %s%n",
                report.records(),
                report.goldenRecords(),
                report.isSound()
                        ? "every invariant holds"
                        : String.format(Locale.ROOT, "invariants are broken in %,d places", report.broken())));
        if (report.waiting() > 0) {
            text.append(String.format(
                    Locale.ROOT, "%,d records wait to be resolved; they are not checked%n", report.waiting()));
        }
        if (report.outdated() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%,d golden records were made under earlier rules and would be other under those in force; that is no damage%n",
                    report.outdated()));
        }
        return text.toString();
    }

    private static void found(StringBuilder text, ConsistencyReport report) {
        report.counts().forEach((invariant, count) -> {
            text.append(String.format(
                    Locale.ROOT, "✗ %s: broken in %,d places; %s%n", invariant.meaning(), count, remedy(invariant)));
            text.append("    ").append(places(report, invariant));
            text.append(count > PLACES ? "; …" : "").append(System.lineSeparator());
        });
    }

    private static String remedy(Invariant invariant) {
        return (invariant.isMendable() ? "to mend it: " : "") + invariant.remedy();
    }

    private static String places(ConsistencyReport report, Invariant invariant) {
        return report.first().stream()
                .filter(broken -> broken.invariant() == invariant)
                .limit(PLACES)
                .map(BrokenInvariant::place)
                .collect(Collectors.joining("; "));
    }
}
