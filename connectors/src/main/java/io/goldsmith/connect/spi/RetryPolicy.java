package io.goldsmith.connect.spi;

import io.goldsmith.connect.settings.RetrySettings;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The one place that decides whether and when something is tried again: the wait doubles from the first to the longest delay; of each wait the second half
 * is left to chance, so that what failed together does not come back together.
 */
public final class RetryPolicy {

    private final RetrySettings settings;
    private final RandomGenerator random;

    public RetryPolicy(RetrySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /**
     * Whether there is another attempt.
     *
     * @param attempts how often it was tried already
     */
    public boolean mayTryAgain(int attempts) {
        return attempts < settings.attempts();
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param attempts how often it was tried already, from 1
     * @param atLeast what the other side asked for, zero if nothing; waits are still bounded by twice the longest delay
     */
    public Duration delayAfter(int attempts, Duration atLeast) {
        long longest = settings.longestDelay().toMillis();
        long doubled = settings.firstDelay().toMillis() << Math.min(attempts - 1, 20);
        long wait = Math.max(1, Math.min(doubled, longest));
        long jittered = wait / 2 + random.nextLong(wait / 2 + 1);
        return Duration.ofMillis(Math.max(jittered, Math.min(atLeast.toMillis(), 2 * longest)));
    }
}
