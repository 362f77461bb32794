package io.goldsmith.connect.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an outside system is.
 *
 * @param system the name of the connector that reads it
 * @param alertAfter how long it may fail before a person is told
 * @param reached whether it answers
 * @param targets whether it takes what is written, by target, in the order of the configuration; empty if nothing is
 */
public record SystemHealth(String system, Duration alertAfter, Condition reached, Map<String, Condition> targets) {

    public SystemHealth {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /** Since when it has failed without a break, in reading or in writing; empty if it answers. */
    public Optional<Instant> failingSince() {
        return Stream.concat(Stream.of(reached), targets.values().stream())
                .flatMap(condition -> condition.failingSince().stream())
                .min(Instant::compareTo);
    }

    /** Whether it has failed for so long that a person should know. */
    public boolean isAlarming(Instant now) {
        return failingSince()
                .filter(since -> !since.plus(alertAfter).isAfter(now))
                .isPresent();
    }
}
