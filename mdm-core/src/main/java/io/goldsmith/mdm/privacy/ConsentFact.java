package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentStatus;
import io.goldsmith.mdm.source.LegalBasis;
import io.goldsmith.mdm.source.SourceSystem;
import java.time.Instant;
import java.util.Optional;

/**
 * What was said once about a purpose on a channel.
 *
 * @param record the source record that it was said of
 * @param textVersion the version of the text that the person saw, may be empty
 * @param proof where the proof is kept, may be empty
 * @param decidedAt when the person decided, or the basis began
 * @param expiresAt from when on it says nothing any more
 * @param party whose source said it
 * @param recordedBy the person who recorded it; empty: the source delivered it
 */
public record ConsentFact(
        RecordId record,
        String purpose,
        Channel channel,
        ConsentStatus status,
        LegalBasis basis,
        String textVersion,
        String proof,
        Instant decidedAt,
        Optional<Instant> expiresAt,
        SourceSystem.Party party,
        Optional<String> recordedBy) {

    /** Whether it comes from the customer to the company: from an own system, or recorded by a person. */
    boolean isFirstHand() {
        return party == SourceSystem.Party.FIRST || recordedBy.isPresent();
    }

    boolean isGrant() {
        return status == ConsentStatus.GRANTED;
    }

    /** Whether it says anything at an instant. Only a grant expires: a no holds until it is lifted. */
    boolean isInForce(Instant instant) {
        return !decidedAt.isAfter(instant)
                && (!isGrant() || expiresAt.isEmpty() || expiresAt.get().isAfter(instant));
    }
}
