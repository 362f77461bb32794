package io.goldsmith.connect;

import io.goldsmith.mdm.resolution.ResolutionSummary;
import java.time.Duration;
import java.util.List;

/**
 * What an extraction of all connectors, and the resolution after it, did.
 *
 * @param extractions one report for each connector, in the order of the configuration
 * @param extractionElapsed how long the extractions took together
 * @param resolution what the resolution did
 * @param resolutionElapsed how long it took
 */
public record LoadSummary(
        List<ExtractionReport> extractions,
        Duration extractionElapsed,
        ResolutionSummary resolution,
        Duration resolutionElapsed) {

    public LoadSummary {
        extractions = List.copyOf(extractions);
    }

    /** Whether no extraction failed. */
    public boolean isDone() {
        return extractions.stream().allMatch(ExtractionReport::isDone);
    }

    /** The counts of all connectors together. */
    public ExtractionCounts counts() {
        return extractions.stream().map(ExtractionReport::counts).reduce(ExtractionCounts.NONE, ExtractionCounts::plus);
    }
}
