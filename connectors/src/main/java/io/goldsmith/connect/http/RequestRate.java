package io.goldsmith.connect.http;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.Rate;
import io.goldsmith.connect.spi.Waiting;
import java.time.Duration;
import java.util.Optional;

/** Holds requests back so that no more go out than a service wants. Thread-safe. */
final class RequestRate {

    /** Nobody waits longer; by then others have asked for what it is about. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private final String connector;
    private final Optional<RateLimiter> limiter;
    private final Waiting waiting;

    RequestRate(String connector, Optional<Rate> rate, Waiting waiting) {
        this.connector = connector;
        this.waiting = waiting;
        this.limiter = rate.map(given -> RateLimiter.of(
                connector,
                RateLimiterConfig.custom()
                        .limitForPeriod(given.count())
                        .limitRefreshPeriod(given.period())
                        .timeoutDuration(LONGEST_WAIT)
                        .build()));
    }

    /** @throws ConnectException if the connectors are closing, or too many wait already */
    void pass() {
        if (limiter.isEmpty()) {
            return;
        }
        long nanos = limiter.get().reservePermission();
        if (nanos < 0) {
            throw new ConnectException("Connector " + connector + ": more than " + LONGEST_WAIT.toHours()
                    + " hours of requests wait at its rate-limit; raise it, or ask less often");
        }
        if (nanos > 0 && !waiting.pause(Duration.ofNanos(nanos).plusMillis(1))) {
            throw new ConnectException("Connector " + connector + " is closing and asks for nothing more");
        }
    }
}
