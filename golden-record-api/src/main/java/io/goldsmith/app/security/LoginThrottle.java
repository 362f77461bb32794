package io.goldsmith.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down the guessing of passwords: after {@value #FREE_ATTEMPTS} failures in a row, a user name from an address waits, 30
 * seconds at first, twice as long after each further failure, 15 minutes at most. Remembers the {@value #REMEMBERED} most recently
 * failed, so that its memory is bounded. Thread-safe.
 */
final class LoginThrottle {

    static final int FREE_ATTEMPTS = 5;
    static final int REMEMBERED = 10_000;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<Attempt, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Attempt, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Attempt(String name, String address) {}

    private record Failures(int count, Instant last) {

        Instant until() {
            if (count < FREE_ATTEMPTS) {
                return last;
            }
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_ATTEMPTS, 10));
            return last.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }
    }

    /** Whether a user name from an address must wait before it may try again. */
    synchronized boolean mustWait(String name, String address) {
        Failures failed = failures.get(new Attempt(name, address));
        return failed != null && clock.instant().isBefore(failed.until());
    }

    synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        failures.compute(
                new Attempt(name, address),
                (attempt, before) ->
                        before == null || before.last().plus(LONGEST_WAIT).isBefore(now)
                                ? new Failures(1, now)
                                : new Failures(before.count() + 1, now));
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(new Attempt(name, address));
    }
}
