package io.goldsmith.mdm.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One execution of a connector or a job.
 *
 * @param counts name to number, for example {@code landed}, {@code quarantined}
 * @param message why it failed, or empty
 */
public record Run(
        long id,
        String name,
        RunState state,
        Instant startedAt,
        Optional<Instant> endedAt,
        Map<String, Long> counts,
        String message) {}
