package io.goldsmith.mdm.golden;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves on, so that what happens later is recorded later. */
public final class PassingTime extends Clock {

    private final AtomicReference<Instant> now;

    public PassingTime(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** An hour goes by; answers the instant in its middle, between what was before and what comes after. */
    public Instant anHour() {
        Instant before = now.getAndUpdate(instant -> instant.plus(Duration.ofHours(1)));
        return before.plus(Duration.ofMinutes(30));
    }

    /** Time goes by until an instant, which is later. */
    public void until(Instant later) {
        now.set(later);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
