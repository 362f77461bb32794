package io.goldsmith.connect.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.settings.RetrySettings;
import java.time.Duration;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(
            new RetrySettings(4, Duration.ofMillis(100), Duration.ofSeconds(2)), RandomGenerator.getDefault());

    @Test
    void givesUpWhenTheAttemptsAreUsedUp() {
        assertThat(POLICY.mayTryAgain(3)).isTrue();
        assertThat(POLICY.mayTryAgain(4)).isFalse();
    }

    @Property
    void doublesTheWaitUpToTheLongestWithJitterOfAHalf(@ForAll @IntRange(min = 1, max = 100) int attempts) {
        long full = attempts > 5 ? 2_000 : Math.min(2_000, 100L << (attempts - 1));

        assertThat(POLICY.delayAfter(attempts, Duration.ZERO).toMillis()).isBetween(full / 2, full);
    }

    @Test
    void waitsAsLongAsTheOtherSideAsksButNotForEver() {
        assertThat(POLICY.delayAfter(1, Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(POLICY.delayAfter(1, Duration.ofDays(3))).isEqualTo(Duration.ofSeconds(4));
    }
}
