package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a source system delivers: one item that {@link Intake} lands durably. */
public sealed interface Delivery {

    /** The source system that delivers. */
    String sourceSystem();

    /**
     * One version of a source record.
     *
     * @param sourceKey the key that the source gives it
     * @param sourceTimestamp when the source last changed or verified it; an attribute's age counts from here
     * @param raw its values as the source has them, by attribute of the entity model
     * @param deleted whether the source says that it no longer has the record; {@code raw} is then empty
     */
    record RecordVersion(
            String sourceSystem, String sourceKey, Instant sourceTimestamp, AttributeValues raw, boolean deleted)
            implements Delivery {}

    /**
     * An order: it follows its customer's source key through merges.
     *
     * @param orderKey the order's key in the source system
     * @param customerKey the source key of the customer
     * @param amount in the company's currency, two decimals
     */
    record Order(
            String sourceSystem,
            String orderKey,
            String customerKey,
            LocalDate date,
            BigDecimal amount,
            String category)
            implements Delivery {}

    /**
     * A relation between two records of one source system.
     *
     * @param kind {@code contact}, {@code establishment}, {@code group} or {@code household}
     * @param fromKey the source key of, for example, the organisation
     * @param toKey the source key of, for example, its contact
     * @param sourceTimestamp when the source last changed it
     * @param validFrom from when on it holds; empty: from ever
     * @param validUntil from when on it does not hold any more; empty: it has no end yet
     */
    record Relation(
            String sourceSystem,
            String kind,
            String fromKey,
            String toKey,
            String role,
            Instant sourceTimestamp,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil)
            implements Delivery {

        /** A relation that holds from ever and has no end yet. */
        public Relation(
                String sourceSystem, String kind, String fromKey, String toKey, String role, Instant sourceTimestamp) {
            this(sourceSystem, kind, fromKey, toKey, role, sourceTimestamp, Optional.empty(), Optional.empty());
        }
    }

    /**
     * A fact about the consent of a record's customer, or about another legal basis; it follows the record through merges and is never
     * changed, only answered by a later one.
     *
     * @param customerKey the source key of the customer
     * @param purpose for example {@code marketing}
     * @param basis what makes the purpose lawful, or what the person refused
     * @param textVersion the version of the text that the person saw, may be empty
     * @param proof where the source keeps the proof, may be empty
     * @param decidedAt when the person decided, or the basis began
     * @param expiresAt from when on it says nothing any more; empty: never
     */
    record Consent(
            String sourceSystem,
            String customerKey,
            String purpose,
            Channel channel,
            ConsentStatus status,
            LegalBasis basis,
            String textVersion,
            String proof,
            Instant decidedAt,
            Optional<Instant> expiresAt)
            implements Delivery {}

    /**
     * Something that could not be read as any of the above: it goes to quarantine with its reason.
     *
     * @param origin where it came from: {@code file:line}, or the address of a page
     * @param reason what was expected and found, without values
     * @param payload the text as delivered, cut at 10,000 characters
     */
    record Unreadable(String sourceSystem, String origin, String reason, String payload) implements Delivery {}
}
