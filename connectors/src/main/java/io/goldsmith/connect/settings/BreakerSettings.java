package io.goldsmith.connect.settings;

import java.time.Duration;

/**
 * When the hub leaves a system alone that fails, and for how long: the rest doubles from the first to the longest, with jitter.
 *
 * @param failures how many failures in a row open the breaker, 1 to 100; default 5
 * @param rest the first rest; default 30 s
 * @param longestRest the longest rest; default 10 minutes
 */
public record BreakerSettings(Integer failures, Duration rest, Duration longestRest) {

    /** Five failures in a row, rests from half a minute to ten minutes. */
    public static final BreakerSettings DEFAULT = new BreakerSettings(null, null, null);

    public BreakerSettings {
        failures = Given.or(failures, 5);
        rest = Given.or(rest, Duration.ofSeconds(30));
        longestRest = Given.or(longestRest, Duration.ofMinutes(10));
    }
}
