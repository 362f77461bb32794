package io.goldsmith.connect.settings;

import java.time.Duration;

/**
 * How often something is tried and how long to wait in between: the wait doubles from the first to the longest delay, with jitter.
 *
 * @param attempts how often in all, 1 to 100; default 8
 * @param firstDelay the wait after the first failure; default 500 ms
 * @param longestDelay the longest wait; default 1 minute
 */
public record RetrySettings(Integer attempts, Duration firstDelay, Duration longestDelay) {

    /** Eight attempts, from half a second to a minute. */
    public static final RetrySettings DEFAULT = new RetrySettings(8, Duration.ofMillis(500), Duration.ofMinutes(1));

    public RetrySettings {
        attempts = Given.or(attempts, 8);
        firstDelay = Given.or(firstDelay, Duration.ofMillis(500));
        longestDelay = Given.or(longestDelay, Duration.ofMinutes(1));
    }
}
