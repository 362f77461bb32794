package io.goldsmith.connect;

import io.goldsmith.mdm.run.RunState;
import java.time.Duration;

/**
 * What one extraction of a connector did.
 *
 * @param connector its name
 * @param state {@code DONE} or {@code FAILED}
 * @param counts what became of the rows, up to the failure if it failed
 * @param elapsed how long it took
 * @param message why it failed and what to check; empty if it did not
 */
public record ExtractionReport(
        String connector, RunState state, ExtractionCounts counts, Duration elapsed, String message) {

    /** Whether it read everything that there was. */
    public boolean isDone() {
        return state == RunState.DONE;
    }
}
