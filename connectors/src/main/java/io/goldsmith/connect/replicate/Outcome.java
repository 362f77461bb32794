package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.source.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What came of one attempt to deliver. */
sealed interface Outcome {

    /** The target has it. */
    record Acknowledged() implements Outcome {}

    /** The target has it but for these attributes, which changed there since the hub last saw them and stay so. */
    record Kept(Set<String> attributes) implements Outcome {}

    /** Nothing was written: these attributes changed there since the hub last saw them. */
    record Conflict(Set<String> attributes) implements Outcome {}

    /** The target will answer later. */
    record Awaiting() implements Outcome {}

    /** The target will never take it as it is. */
    record Refused(String reason) implements Outcome {}

    /**
     * It may succeed later.
     *
     * @param retryAfter how long the target asks to wait, zero if it does not
     */
    record Failed(String reason, Duration retryAfter) implements Outcome {}

    /**
     * Nobody answers there, or nobody is let in: the others need not be tried now.
     *
     * @param retryAfter how long the target asks to wait, zero if it does not
     */
    record Unreachable(String reason, Duration retryAfter) implements Outcome {

        Unreachable(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /**
     * The target has created the record, now or in an earlier attempt.
     *
     * @param key the key that it has there
     * @param there the record as the target has it; empty if it cannot be read at once
     */
    record Created(String key, Optional<Delivery.RecordVersion> there) implements Outcome {}

    /** The target has deleted the record, now or in an earlier attempt. */
    record Deleted() implements Outcome {}

    /** Nobody knows whether the target has created the record, and asking again could create another. */
    record Uncertain(String reason) implements Outcome {}
}
