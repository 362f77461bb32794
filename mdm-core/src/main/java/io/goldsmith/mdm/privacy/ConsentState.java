package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.source.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the facts of a customer's source records say about one purpose on one channel at an instant; the order of the facts does not
 * matter.
 *
 * <ol>
 *   <li>A refusal, withdrawal or objection that the company has first hand beats every grant of a partner or broker, whenever, and its
 *       own grants up to that moment; only a later first-hand grant lifts it.
 *   <li>One that a partner or broker passes on beats the grants of partners and brokers up to that moment.
 *   <li>What rests on a contract or the law and is first hand holds whatever the person says.
 * </ol>
 *
 * @param verdict what follows
 * @param decisive the fact that decided; empty if there is none
 */
public record ConsentState(Verdict verdict, Optional<ConsentFact> decisive) {

    /** What may be done. */
    public enum Verdict {
        PERMITTED,
        DENIED,
        /** Nobody has said anything that is in force. */
        UNKNOWN
    }

    /** Which of several facts is told as decisive: the latest, then by content. */
    private static final Comparator<ConsentFact> LATEST = Comparator.comparing(ConsentFact::decidedAt)
            .thenComparing(ConsentFact::record)
            .thenComparing(ConsentFact::channel)
            .thenComparing(ConsentFact::status)
            .thenComparing(ConsentFact::basis)
            .thenComparing(ConsentFact::textVersion)
            .thenComparing(ConsentFact::proof)
            .thenComparing(fact -> fact.expiresAt().orElse(Instant.MAX))
            .thenComparing(ConsentFact::party)
            .thenComparing(fact -> fact.recordedBy().orElse(""));

    /** Evaluates facts. */
    public static ConsentState of(Collection<ConsentFact> facts, String purpose, Channel channel, Instant instant) {
        List<ConsentFact> concerned = facts.stream()
                .filter(fact -> fact.purpose().equals(purpose) && fact.channel().covers(channel))
                .filter(fact -> fact.isInForce(instant))
                .toList();
        Optional<ConsentFact> ownNo = latestNo(concerned, true);
        Optional<ConsentFact> othersNo = latestNo(concerned, false);
        Optional<ConsentFact> grant = concerned.stream()
                .filter(ConsentFact::isGrant)
                .filter(fact -> holds(fact, ownNo, othersNo))
                .max(LATEST);
        if (grant.isPresent()) {
            return new ConsentState(Verdict.PERMITTED, grant);
        }
        Optional<ConsentFact> no = ownNo.or(() -> othersNo);
        return new ConsentState(no.isPresent() ? Verdict.DENIED : Verdict.UNKNOWN, no);
    }

    private static Optional<ConsentFact> latestNo(List<ConsentFact> facts, boolean firstHand) {
        return facts.stream()
                .filter(fact -> !fact.isGrant() && fact.isFirstHand() == firstHand)
                .max(LATEST);
    }

    private static boolean holds(ConsentFact grant, Optional<ConsentFact> ownNo, Optional<ConsentFact> othersNo) {
        if (grant.isFirstHand()) {
            return !grant.basis().restsOnWill()
                    || ownNo.isEmpty()
                    || grant.decidedAt().isAfter(ownNo.get().decidedAt());
        }
        return ownNo.isEmpty()
                && (othersNo.isEmpty()
                        || grant.decidedAt().isAfter(othersNo.get().decidedAt()));
    }
}
