package io.goldsmith.mdm.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The rows of facts about consent, as landing and persons write them. */
public final class ConsentRows {

    /** Inserts what {@link #row} makes. */
    public static final String INSERT = "insert into consent (id, source_system, source_key, content_hash, purpose,"
            + " channel, status, legal_basis, text_version, proof, decided_at, expires_at, party, recorded_by,"
            + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ConsentRows() {}

    /**
     * A row's values, in the order of {@link #INSERT}.
     *
     * @param recordedBy the person who recorded it; empty if a source delivered it
     */
    public static Object[] row(
            long id, Delivery.Consent consent, SourceSystem.Party party, String recordedBy, Instant now) {
        return new Object[] {
            id,
            consent.sourceSystem(),
            consent.customerKey(),
            hash(consent, recordedBy),
            consent.purpose(),
            consent.channel().name(),
            consent.status().name(),
            consent.basis().name(),
            consent.textVersion(),
            consent.proof(),
            consent.decidedAt().truncatedTo(ChronoUnit.MICROS),
            consent.expiresAt().map(expiry -> expiry.truncatedTo(ChronoUnit.MICROS)),
            party.name(),
            recordedBy,
            now
        };
    }

    static String hash(Delivery.Consent consent, String recordedBy) {
        return ContentHash.of(List.of(
                consent.purpose(),
                consent.channel().name(),
                consent.status().name(),
                consent.basis().name(),
                consent.textVersion(),
                consent.proof(),
                consent.decidedAt().truncatedTo(ChronoUnit.MICROS).toString(),
                consent.expiresAt()
                        .map(expiry -> expiry.truncatedTo(ChronoUnit.MICROS).toString())
                        .orElse(""),
                recordedBy));
    }
}
