package io.goldsmith.connect.push;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.goldsmith.connect.settings.PushConnectorSettings;
import io.goldsmith.connect.settings.Rate;
import io.goldsmith.mdm.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends requests away that are too many, or for which the hub has too much to do. Thread-safe. */
final class PushAdmission {

    /** For how long a count of what waits is believed: counting reads an index. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    /** When to come again while too much waits. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Hub hub;
    private final int maxPending;
    private final Optional<Rate> rate;
    private final Optional<RateLimiter> limiter;
    private Instant countedAt = Instant.MIN;
    private long pending;

    PushAdmission(Hub hub, String connector, PushConnectorSettings settings) {
        this.hub = hub;
        this.maxPending = settings.maxPending();
        this.rate = settings.rateLimit();
        this.limiter = rate.map(given -> RateLimiter.of(
                connector,
                RateLimiterConfig.custom()
                        .limitForPeriod(given.count())
                        .limitRefreshPeriod(given.period())
                        .timeoutDuration(Duration.ZERO)
                        .build()));
    }

    /** @throws PushRefusal if the sender must slow down */
    void require() {
        if (limiter.isPresent() && !limiter.get().acquirePermission()) {
            throw new PushRefusal(
                    PushRefusal.Kind.BUSY,
                    "At most " + rate.orElseThrow() + " requests are taken, but there are more",
                    rate.orElseThrow().period());
        }
    }

    /** @throws PushRefusal if too many records wait to be resolved */
    synchronized void requireRoom() {
        Instant now = hub.clock().instant();
        if (countedAt.equals(Instant.MIN) || countedAt.plus(KEPT).isBefore(now)) {
            pending = hub.sourceRecords().countPending();
            countedAt = now;
        }
        if (pending >= maxPending) {
            throw new PushRefusal(
                    PushRefusal.Kind.BUSY,
                    "Fewer than " + maxPending + " records must wait to be resolved, but " + pending + " do",
                    REST);
        }
    }
}
