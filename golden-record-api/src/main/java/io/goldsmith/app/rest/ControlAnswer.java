package io.goldsmith.app.rest;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.LoadSummary;
import io.goldsmith.dmp.warehouse.LoadOutcome;
import io.goldsmith.dmp.warehouse.LoadReport;
import io.goldsmith.mdm.resolution.ResolutionSummary;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of work that the command line asked for.
 *
 * @param outcome how it ended
 * @param text what to print, without values of people unless the call asked for them
 */
public record ControlAnswer(Outcome outcome, String text) {

    /** How the work ended. */
    public enum Outcome {
        DONE,
        /** The work failed, or a check did not hold. */
        FAILED,
        /** The call was wrong: nothing was tried. */
        WRONG
    }

    /** The same with lines before it. */
    ControlAnswer after(String lines) {
        return new ControlAnswer(outcome, lines + text);
    }

    static ControlAnswer of(LoadSummary summary) {
        String extractions =
                summary.extractions().stream().map(ControlAnswer::text).collect(Collectors.joining());
        String text = extractions + text(summary.resolution(), summary.resolutionElapsed());
        boolean done = summary.isDone() && summary.resolution().held().isEmpty();
        return new ControlAnswer(done ? Outcome.DONE : Outcome.FAILED, text);
    }

    static ControlAnswer of(ResolutionSummary resolution, Duration elapsed) {
        return new ControlAnswer(
                resolution.held().isEmpty() ? Outcome.DONE : Outcome.FAILED, text(resolution, elapsed));
    }

    private static String text(ResolutionSummary resolution, Duration elapsed) {
        String line = String.format(
                Locale.ROOT,
                "resolved: %,d records, %,d golden records changed, %,d tasks, %,d quarantined, in %.1f s%n",
                resolution.records(),
                resolution.goldenRecordsChanged(),
                resolution.tasks(),
                resolution.quarantined(),
                elapsed.toMillis() / 1000.0);
        return resolution
                .held()
                .map(effect -> line + "A batch is held, since it would change more customers than hub.blast-radius"
                        + " allows; ./goldsmith held lets a person decide:" + System.lineSeparator()
                        + EffectLines.of(effect))
                .orElse(line);
    }

    private static String text(ExtractionReport report) {
        ExtractionCounts counts = report.counts();
        String line = String.format(
                Locale.ROOT,
                "%s: %s, %,d read, %,d landed, %,d unchanged, %,d stale, %,d quarantined, %,d unreadable, %,d failed files, %,d suppressed, in %.1f s%n",
                report.connector(),
                report.state().name().toLowerCase(Locale.ROOT),
                counts.read(),
                counts.landed(),
                counts.unchanged(),
                counts.stale(),
                counts.quarantined(),
                counts.unreadable(),
                counts.failedFiles(),
                counts.suppressed(),
                report.elapsed().toMillis() / 1000.0);
        return report.message().isEmpty() ? line : line + "  " + report.message() + System.lineSeparator();
    }

    static ControlAnswer of(LoadReport report) {
        return new ControlAnswer(
                report.outcome() == LoadOutcome.PUBLISHED ? Outcome.DONE : Outcome.FAILED,
                report.privacy().toText());
    }
}
