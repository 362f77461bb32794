package io.goldsmith.app.console;

import io.goldsmith.mdm.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run as a page shows it.
 *
 * @param took how long it ran, empty while it does
 */
record RunLine(
        String name,
        String state,
        Instant startedAt,
        Optional<Duration> took,
        Map<String, Long> counts,
        String message) {

    static RunLine of(Run run) {
        return new RunLine(
                run.name(),
                run.state().name(),
                run.startedAt(),
                run.endedAt().map(end -> Duration.between(run.startedAt(), end)),
                run.counts(),
                run.message());
    }
}
