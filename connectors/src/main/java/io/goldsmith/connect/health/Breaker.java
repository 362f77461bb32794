package io.goldsmith.connect.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.goldsmith.connect.settings.BreakerSettings;
import io.goldsmith.connect.settings.RetrySettings;
import io.goldsmith.connect.spi.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The circuit breaker of one way to a system: after so many failures in a row it rests, then one call is made on trial, and its outcome decides between going
 * on and a rest twice as long. Thread-safe.
 */
public final class Breaker {

    private final Clock clock;
    private final CircuitBreaker circuit;
    private Condition.State state = Condition.State.CLOSED;
    private Instant since;
    private Optional<Instant> failingSince = Optional.empty();
    private Optional<String> lastFailure = Optional.empty();
    private Optional<Instant> lastAnswer = Optional.empty();
    private Instant restUntil = Instant.MIN;

    public Breaker(String name, BreakerSettings settings, Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.since = clock.instant();
        RetryPolicy rests = new RetryPolicy(new RetrySettings(1, settings.rest(), settings.longestRest()), random);
        this.circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(settings.failures())
                        .minimumNumberOfCalls(settings.failures())
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(openings -> rest(rests, openings))
                        .build());
    }

    private long rest(RetryPolicy rests, int openings) {
        Duration rest = rests.delayAfter(openings, Duration.ZERO);
        restUntil = clock.instant().plus(rest);
        return rest.toMillis();
    }

    /** Asks whether a call may be made; if so, {@link #answered}, {@link #failed} or {@link #unused} must follow. */
    public synchronized Admission admit() {
        boolean admitted = circuit.tryAcquirePermission();
        note();
        if (!admitted) {
            return Admission.NOT_NOW;
        }
        return state == Condition.State.CLOSED ? Admission.FREELY : Admission.ON_TRIAL;
    }

    /** The call was answered, or one that nobody asked permission for: the system is there. */
    public synchronized void answered() {
        if (circuit.getState() == CircuitBreaker.State.OPEN) {
            circuit.transitionToClosedState();
        } else {
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
        }
        failingSince = Optional.empty();
        lastAnswer = Optional.of(clock.instant());
        note();
    }

    /**
     * The call failed.
     *
     * @param reason why, without values
     */
    public synchronized void failed(String reason) {
        failingSince = failingSince.or(() -> Optional.of(clock.instant()));
        lastFailure = Optional.of(reason);
        circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(reason));
        note();
    }

    /** The call was not made after all. */
    public synchronized void unused() {
        circuit.releasePermission();
    }

    /** Whether the last call failed. */
    public synchronized boolean isFailing() {
        return failingSince.isPresent();
    }

    public synchronized Condition condition() {
        return new Condition(
                state,
                since,
                failingSince,
                lastFailure,
                lastAnswer,
                state == Condition.State.OPEN ? Optional.of(restUntil) : Optional.empty());
    }

    private void note() {
        Condition.State now = switch (circuit.getState()) {
            case OPEN -> Condition.State.OPEN;
            case HALF_OPEN -> Condition.State.HALF_OPEN;
            default -> Condition.State.CLOSED;
        };
        if (now != state) {
            state = now;
            since = clock.instant();
        }
    }
}
