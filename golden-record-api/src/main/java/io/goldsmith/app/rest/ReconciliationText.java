package io.goldsmith.app.rest;

import io.goldsmith.connect.replicate.Difference;
import io.goldsmith.connect.replicate.Drift;
import io.goldsmith.connect.replicate.ReconciliationReport;
import io.goldsmith.connect.replicate.ReconciliationReport.Repair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a target compares with the hub, for a person to read on a terminal of {@value #WIDTH} columns. */
final class ReconciliationText {

    private static final int WIDTH = 100;
    private static final int LONGEST_VALUE = 34;

    private final StringBuilder text = new StringBuilder();

    private ReconciliationText() {}

    static String of(ReconciliationReport report) {
        ReconciliationText written = new ReconciliationText();
        written.write(report);
        return written.text.toString();
    }

    private void write(ReconciliationReport report) {
        double seconds = report.elapsed().toMillis() / 1000.0;
        line(String.format(
                Locale.ROOT,
                "%s: %s read and compared with the hub in %.1f s%s",
                report.target(),
                records(report.read()),
                seconds,
                seconds > 0 ? String.format(Locale.ROOT, ", %,.0f/s", report.read() / seconds) : ""));
        count("equal", report.equal(), "");
        count("different", report.different(), columns(report));
        count(
                "missing there",
                report.missing(),
                report.tellsMissing() ? "" : "not told: what was read is not all that the target has");
        count("unknown to the hub", report.unknown(), "");
        count("under way", report.underWay(), note(report.underWay(), "a delivery settles it; no drift"));
        count(
                "not compared",
                report.notCompared(),
                note(report.notCompared(), "not resolved, in quarantine, or restricted"));
        count("unreadable", report.unreadable(), "");
        report.unreadableRows().forEach(row -> wrapped("   ", row));
        for (Drift.Kind kind : Drift.Kind.values()) {
            drifted(
                    kind,
                    report.drifted().stream()
                            .filter(drift -> drift.kind() == kind)
                            .toList());
        }
        if (report.drift() > report.drifted().size()) {
            line(String.format(
                    Locale.ROOT,
                    "and %,d more; --most N names more of them",
                    report.drift() - report.drifted().size()));
        }
        report.repair().ifPresentOrElse(this::repaired, () -> conclusion(report));
    }

    private static String note(long count, String note) {
        return count == 0 ? "" : note;
    }

    private static String columns(ReconciliationReport report) {
        return report.columns().entrySet().stream()
                .map(column -> String.format(Locale.ROOT, "%s %,d", column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void count(String what, long count, String note) {
        wrapped(String.format(Locale.ROOT, "  %-20s%,11d", what, count), note);
    }

    private void drifted(Drift.Kind kind, List<Drift> drifted) {
        if (drifted.isEmpty()) {
            return;
        }
        line("");
        line(
                switch (kind) {
                    case DIFFERENT -> "Different in the target";
                    case MISSING -> "Missing in the target";
                    case UNKNOWN -> "Unknown to the hub";
                });
        for (Drift drift : drifted) {
            String golden = drift.goldenId().map(Object::toString).orElse("");
            String head = String.format("  %-20s %-10s", drift.key(), golden);
            boolean showsValues = drift.columns().values().stream().anyMatch(Optional::isPresent);
            wrapped(head, showsValues ? "" : String.join(", ", drift.columns().keySet()));
            drift.columns().forEach((column, difference) -> difference.ifPresent(both -> values(column, both)));
            if (!drift.ledger().isEmpty()) {
                wrapped(" ".repeat(4) + "ledger:", drift.ledger());
            }
        }
    }

    private void values(String column, Difference both) {
        line(String.format("    %-22s %s there, %s in the hub", column, quoted(both.there()), quoted(both.hub())));
    }

    private static String quoted(String value) {
        return '"' + (value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE - 1) + "…" : value) + '"';
    }

    private void repaired(Repair repair) {
        line("");
        line("Repaired");
        count("landed anew", repair.landed(), "");
        count("landed as deleted", repair.deleted(), "");
        count("deliveries enqueued", repair.enqueued(), "");
        count("left", repair.left(), repair.message());
    }

    private void conclusion(ReconciliationReport report) {
        line("");
        line(report.drift() == 0 ? "Nothing drifted." : records(report.drift()) + " drifted; --repair settles that.");
    }

    private static String records(long count) {
        return count == 1 ? "1 record" : String.format(Locale.ROOT, "%,d records", count);
    }

    /** A line whose last part goes on below its beginning where it is too long. */
    private void wrapped(String head, String rest) {
        int indent = Math.min(head.length() + 2, WIDTH / 2);
        StringBuilder current = new StringBuilder(head);
        boolean first = true;
        for (String word : rest.isEmpty() ? new String[0] : rest.split(" ")) {
            if (!first && current.length() + 1 + word.length() > WIDTH) {
                line(current.toString());
                current = new StringBuilder(" ".repeat(indent)).append(word);
            } else {
                current.append(first ? "  " : " ").append(word);
            }
            first = false;
        }
        line(current.toString());
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append(System.lineSeparator());
    }
}
