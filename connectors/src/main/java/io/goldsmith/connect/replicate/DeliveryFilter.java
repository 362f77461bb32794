package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which deliveries of a target are meant; what is empty does not count.
 *
 * @param states those in one of these states
 * @param id the one of this number
 * @param goldenId those of this golden record
 * @param reason those whose reason has this text in it, whatever its case
 * @param since those whose state changed at this time or later
 */
public record DeliveryFilter(
        Set<DeliveryState> states,
        OptionalLong id,
        Optional<GoldenId> goldenId,
        Optional<String> reason,
        Optional<Instant> since) {

    /** The states of dead letters. */
    public static final Set<DeliveryState> DEAD_LETTERS =
            Collections.unmodifiableSet(EnumSet.of(DeliveryState.REFUSED, DeliveryState.DEAD));

    /** Every dead letter. */
    public static final DeliveryFilter ALL_DEAD_LETTERS = new DeliveryFilter(
            DEAD_LETTERS, OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public DeliveryFilter {
        states = Set.copyOf(states);
    }

    /** Whether it means dead letters alone, and may be replayed. */
    public boolean meansDeadLettersAlone() {
        return !states.isEmpty() && DEAD_LETTERS.containsAll(states);
    }
}
