package io.goldsmith.connect.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.settings.BreakerSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final BreakerSettings SETTINGS =
            new BreakerSettings(3, Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final Turnable clock = new Turnable();
    private final Systems systems = new Systems(clock, new Random(7));
    private final Breaker breaker = systems.add("accounting", SETTINGS, Duration.ofMinutes(15));
    private final TargetHealth target = systems.addTarget("accounting", "accounting");

    /** A clock that a test turns. */
    private static final class Turnable extends Clock {
        private Instant now = Instant.parse("2026-06-01T03:00:00Z");

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

        void turn(Duration on) {
            now = now.plus(on);
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.admit()).isEqualTo(Admission.FREELY);
            breaker.failed("gets no answer");
        }
    }

    private SystemHealth health() {
        return systems.conditions().get(0);
    }

    @Test
    void restsAfterSoManyFailuresInARow() {
        fail(2);
        breaker.answered();
        fail(2);
        assertThat(breaker.admit()).isEqualTo(Admission.FREELY);
        breaker.failed("gets no answer");

        assertThat(breaker.admit()).isEqualTo(Admission.NOT_NOW);
        assertThat(health().reached().state()).isEqualTo(Condition.State.OPEN);
        assertThat(health().reached().lastFailure()).contains("gets no answer");
        assertThat(health().reached().nextTrial().orElseThrow())
                .isBetween(clock.instant().plusSeconds(15), clock.instant().plusSeconds(30));
    }

    @Test
    void oneCallIsTheTrialAndItsAnswerDecides() {
        fail(3);
        clock.turn(Duration.ofSeconds(31));

        assertThat(breaker.admit()).isEqualTo(Admission.ON_TRIAL);
        assertThat(breaker.admit()).isEqualTo(Admission.NOT_NOW);
        breaker.answered();

        assertThat(breaker.admit()).isEqualTo(Admission.FREELY);
        assertThat(health().failingSince()).isEmpty();
    }

    @Test
    void aTrialThatWasNotMadeLeavesAnother() {
        fail(3);
        clock.turn(Duration.ofSeconds(31));

        assertThat(breaker.admit()).isEqualTo(Admission.ON_TRIAL);
        breaker.unused();

        assertThat(breaker.admit()).isEqualTo(Admission.ON_TRIAL);
    }

    @Test
    void restsDoubleWithJitterUpToTheLongest() {
        fail(3);
        for (long full : new long[] {30, 60, 120, 240, 480, 600, 600}) {
            Duration rest = Duration.between(
                    clock.instant(), health().reached().nextTrial().orElseThrow());
            assertThat(rest).isBetween(Duration.ofSeconds(full / 2), Duration.ofSeconds(full));
            clock.turn(rest.minusMillis(1));
            assertThat(breaker.admit()).isEqualTo(Admission.NOT_NOW);
            clock.turn(Duration.ofMillis(2));
            assertThat(breaker.admit()).isEqualTo(Admission.ON_TRIAL);
            breaker.failed("gets no answer");
        }
    }

    @Test
    void aSystemThatCannotBeReadIsNotWritten() {
        fail(3);

        assertThat(target.admit()).isEqualTo(Admission.NOT_NOW);
        clock.turn(Duration.ofSeconds(31));
        assertThat(target.admit()).isEqualTo(Admission.ON_TRIAL);
        target.answered();
        assertThat(breaker.admit()).isEqualTo(Admission.FREELY);
    }

    @Test
    void aSystemThatTakesNothingIsStillRead() {
        for (int i = 0; i < 3; i++) {
            assertThat(target.admit()).isEqualTo(Admission.FREELY);
            target.unreachable("answered by 503");
            breaker.answered();
        }

        assertThat(target.admit()).isEqualTo(Admission.NOT_NOW);
        assertThat(breaker.admit()).isEqualTo(Admission.FREELY);
        assertThat(health().targets().get("accounting").state()).isEqualTo(Condition.State.OPEN);
    }

    @Test
    void isAlarmingWhenItHasFailedForLong() {
        fail(1);
        clock.turn(Duration.ofMinutes(14));
        breaker.failed("gets no answer");
        assertThat(health().isAlarming(clock.instant())).isFalse();
        clock.turn(Duration.ofMinutes(1));
        assertThat(health().isAlarming(clock.instant())).isTrue();

        breaker.answered();
        assertThat(health().isAlarming(clock.instant())).isFalse();
    }
}
