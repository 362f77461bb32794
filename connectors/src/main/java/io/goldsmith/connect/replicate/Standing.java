package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one record of a target stands: the last line of the ledger about it.
 *
 * @param target the target's name
 * @param recordKey the key of the record in the target system
 * @param goldenId the golden record whose state was delivered last
 * @param state where the newest delivery stands
 * @param sent what was sent last; empty if nothing ever was
 * @param acknowledged what the target had last; empty if it never had any
 * @param refused what the target refused last, or what was given up; with the reason
 * @param acknowledgedDigests the digests of the values that the target had last
 * @param changedAt when any of this last changed
 */
public record Standing(
        String target,
        String recordKey,
        GoldenId goldenId,
        DeliveryState state,
        Optional<Line> sent,
        Optional<Line> acknowledged,
        Optional<Line> refused,
        FieldDigests acknowledgedDigests,
        Instant changedAt) {

    /**
     * One line of the ledger.
     *
     * @param version the version of the golden record
     * @param at when
     * @param reason why it was refused or given up; empty otherwise
     */
    public record Line(int version, Instant at, String reason) {}
}
