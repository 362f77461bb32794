package io.goldsmith.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final HandSetClock clock = new HandSetClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void letsTheFirstFourFailuresPass() {
        fail(4);

        assertThat(throttle.mustWait("anna", "10.0.0.1")).isFalse();
    }

    @Test
    void makesTheFifthFailureWaitThirtySecondsAndTheSixthTwiceAsLong() {
        fail(5);
        assertThat(throttle.mustWait("anna", "10.0.0.1")).isTrue();
        clock.pass(Duration.ofSeconds(30));
        assertThat(throttle.mustWait("anna", "10.0.0.1")).isFalse();

        fail(1);
        clock.pass(Duration.ofSeconds(59));
        assertThat(throttle.mustWait("anna", "10.0.0.1")).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.mustWait("anna", "10.0.0.1")).isFalse();
    }

    @Test
    void neverWaitsLongerThanFifteenMinutes() {
        fail(60);

        clock.pass(Duration.ofMinutes(15));

        assertThat(throttle.mustWait("anna", "10.0.0.1")).isFalse();
    }

    @Test
    void lockingOutAGuesserLeavesTheOwnerOfTheNameAlone() {
        fail(9);

        assertThat(throttle.mustWait("anna", "10.0.0.2")).isFalse();
    }

    @Test
    void forgetsFailuresOnceTheRightPasswordWasGiven() {
        fail(4);
        throttle.succeeded("anna", "10.0.0.1");
        fail(4);

        assertThat(throttle.mustWait("anna", "10.0.0.1")).isFalse();
    }

    @Test
    void forgetsTheOldestNamesWhenMoreFailThanItRemembers() {
        fail(5);
        for (int i = 0; i < LoginThrottle.REMEMBERED; i++) {
            throttle.failed("name" + i, "10.0.0.1");
        }

        assertThat(throttle.mustWait("anna", "10.0.0.1")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("anna", "10.0.0.1");
        }
    }

    private static final class HandSetClock extends Clock {

        private Instant now = Instant.parse("2026-06-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
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
}
