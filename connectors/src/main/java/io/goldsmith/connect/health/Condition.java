package io.goldsmith.connect.health;

import java.time.Instant;
import java.util.Optional;

/**
 * How one way to a system is.
 *
 * @param state whether it is gone
 * @param since since when it is in this state
 * @param failingSince when the first of the failures in a row was; empty if the last call was answered
 * @param lastFailure why the last call that failed did so, without values; empty if none failed since the hub was opened
 * @param lastAnswer when it last answered; empty if it has not since the hub was opened
 * @param nextTrial when it is tried next; empty if it is not resting
 */
public record Condition(
        State state,
        Instant since,
        Optional<Instant> failingSince,
        Optional<String> lastFailure,
        Optional<Instant> lastAnswer,
        Optional<Instant> nextTrial) {

    /** The states of a circuit breaker. */
    public enum State {
        /** It is asked freely. */
        CLOSED,
        /** It is not asked. */
        OPEN,
        /** One call is made, and decides. */
        HALF_OPEN
    }
}
