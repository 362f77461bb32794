package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** What the target answered since it was asked last: outcome by message number. */
    Map<String, Outcome> answers();

    /** Whether an earlier attempt still lies where the target did not take it: then it is not sent again. */
    boolean isUntaken(String carrier);

    /** The letters that go out together, each pack under the name of its carrier; the name is empty if there is none. */
    Map<String, List<Letter>> packs(List<Letter> letters);

    /**
     * Sends a pack.
     *
     * @return the outcome of each letter, in order; shorter if nobody answers: then the last outcome holds for the rest
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

    /** How long the target may take to answer, at least. */
    Duration patience();
}
