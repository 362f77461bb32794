package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.golden.GoldenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person asked for.
 *
 * @param dueAt when it must be answered: a month after it was received, three if that was extended
 * @param extensionReason why it was extended; no values of a person
 * @param verifiedHow how the requester was verified; empty until then
 * @param refusalGround why it was refused; no values of a person
 * @param recipients who has to be told
 * @param revision grows with each step; a step names the revision that it saw
 */
public record PrivacyRequest(
        long id,
        RequestKind kind,
        GoldenId goldenId,
        RequestState state,
        Instant receivedAt,
        Instant dueAt,
        Optional<String> extensionReason,
        Optional<Verification> verifiedHow,
        Optional<String> refusalGround,
        List<Recipient> recipients,
        int revision) {

    /**
     * A system that holds the person.
     *
     * @param notifiedAt when it was told; empty until then
     */
    public record Recipient(String system, Optional<Instant> notifiedAt) {}
}
