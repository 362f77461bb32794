package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * A relation as seen from one golden record: what a source says of two of its records, followed to the golden records that they are in
 * now.
 *
 * @param kind {@code contact}, {@code establishment}, {@code group} or {@code household}
 * @param role the role given by the source, may be empty
 * @param outgoing whether the relation starts at this golden record
 * @param other the golden record at the other end
 * @param provenance which source says so, of which records, and when
 * @param validFrom from when on it holds; empty: from ever
 * @param validUntil from when on it does not hold any more; empty: it has no end yet
 */
public record RelatedGoldenRecord(
        String kind,
        String role,
        boolean outgoing,
        GoldenId other,
        Provenance provenance,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil) {

    /**
     * Where a relation comes from.
     *
     * @param from the source record at which it starts
     * @param to the source record at which it ends
     * @param recordedAt when the source last changed it
     */
    public record Provenance(RecordId from, RecordId to, Instant recordedAt) {}

    /** Whether it holds at an instant. */
    public boolean holdsAt(Instant instant) {
        return validFrom.filter(from -> from.isAfter(instant)).isEmpty()
                && validUntil.filter(end -> !end.isAfter(instant)).isEmpty();
    }
}
