package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A system that takes updates. */
sealed interface Target permits FileTarget, HttpTarget, JdbcTarget {

    /**
     * An update on its way.
     *
     * @param row its delivery
     * @param update what is to be written
     * @param standing where the record stood before; empty if it has no delivery before this one
     */
    record Letter(DeliveryRow row, TargetUpdate update, Optional<StandingRow> standing) {

        /** Whether the target has no record yet, and is to create it. */
        boolean creates() {
            return row.creates();
        }

        String messageId() {
            return row.delivered().messageId();
        }
    }

    /** What the target answered since it was asked last, by message number; none if it answers when it is sent something. */
    default Map<String, Outcome> answers() {
        return Map.of();
    }

    /** Whether an earlier attempt still lies where the target did not take it: then it is not sent again. */
    default boolean isUntaken(String carrier) {
        return false;
    }

    /** The letters that go out together, each pack under the name of its carrier; all of them, without a carrier, if nothing else is said. */
    default Map<String, List<Letter>> packs(List<Letter> letters) {
        return letters.isEmpty() ? Map.of() : Map.of("", letters);
    }

    /**
     * Sends a pack.
     *
     * @param carrier the name of the pack's carrier; empty if it has none
     * @return the outcome of each letter, in order; shorter if one found nobody who answers: then those behind it were not sent
     */
    List<Outcome> send(String carrier, List<Letter> pack);

    /** Whether a creation that was sent, and of whose outcome nothing is known, may be sent again without making a second record. */
    boolean repeatsCreations();

    /**
     * Whether the target has no such record, as far as it can be asked for one: a record that was not among all that it has is lacking.
     *
     * @throws ConnectException if it does not answer
     */
    boolean lacks(String key);

    /**
     * What stands in some columns of a record now; empty if the target cannot be asked, or has no such record.
     *
     * @throws ConnectException if it does not answer
     */
    default Optional<Map<String, String>> texts(String key, Set<String> columns) {
        return Optional.empty();
    }

    /** Whether several nodes may write it at once, each the records of other customers. */
    boolean isDivisible();

    /** How long the target may take to answer, at least. */
    Duration patience();
}
