package io.goldsmith.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the extractions of a connector came to since the hub was opened; polls that were not made do not count.
 *
 * @param lastDone when the last that read all that there was ended
 */
record ExtractionTotals(ExtractionCounts counts, long done, long failed, Duration elapsed, Optional<Instant> lastDone) {

    static final ExtractionTotals NONE =
            new ExtractionTotals(ExtractionCounts.NONE, 0, 0, Duration.ZERO, Optional.empty());

    ExtractionTotals plus(ExtractionReport report, Instant now) {
        return new ExtractionTotals(
                counts.plus(report.counts()),
                done + (report.isDone() ? 1 : 0),
                failed + (report.isDone() ? 0 : 1),
                elapsed.plus(report.elapsed()),
                report.isDone() ? Optional.of(now) : lastDone);
    }
}
