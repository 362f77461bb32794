package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery: the state of one golden record, in one version, for one record of a target system. What is sent is computed from the golden record when
 * it is sent, so the ledger holds no value of a person.
 *
 * @param id the ledger's number
 * @param target the target's name
 * @param goldenId the golden record
 * @param version its version
 * @param recordKey the key of the record in the target system
 * @param state where it stands
 * @param attempts how often it was tried
 * @param nextAttempt when it is tried next; empty if it is not
 * @param reason why it failed last; empty if it did not
 * @param messageId the message number or idempotency key under which the target knows it
 * @param createdAt when it was found to be needed
 * @param changedAt when its state last changed
 */
public record Delivered(
        long id,
        String target,
        GoldenId goldenId,
        int version,
        String recordKey,
        DeliveryState state,
        int attempts,
        Optional<Instant> nextAttempt,
        String reason,
        String messageId,
        Instant createdAt,
        Instant changedAt) {}
