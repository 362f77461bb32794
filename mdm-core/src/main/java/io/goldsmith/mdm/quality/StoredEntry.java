package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.Documents;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The row of a quarantine entry, for who reads and changes one at a time. */
@Entity
@Table(name = "quarantine_entry")
public class StoredEntry {

    @Id
    private long id;

    private String sourceSystem;
    private String origin;
    private Long recordId;
    private Integer recordVersion;
    private String reasons;
    private String payload;
    private String payloadKey;
    private String state;

    @Column(name = "run_id")
    private long runId;

    private Instant createdAt;
    private Instant closedAt;
    private String closedBy;
    private String closingComment;

    /** For Hibernate. */
    protected StoredEntry() {}

    Optional<Long> recordId() {
        return Optional.ofNullable(recordId);
    }

    Optional<Integer> recordVersion() {
        return Optional.ofNullable(recordVersion);
    }

    boolean isWaiting() {
        return state.equals(QuarantineEntries.WAITING);
    }

    void refuseAgain(List<Finding> findings) {
        reasons = Documents.write(findings.stream().map(Finding::text).toList());
    }

    void close(String how, String by, String comment, Instant now) {
        state = how;
        closedBy = by;
        closingComment = comment;
        closedAt = now;
    }

    boolean isMeantBy(QuarantineFilter filter) {
        return filter.accepts(sourceSystem, runId, Arrays.asList(Documents.read(reasons, String[].class)));
    }

    /** What was delivered; empty if it became a source record, or is not kept. */
    String payload(PayloadSeal seal) {
        return payloadKey == null ? payload : seal.open(id, payloadKey, payload);
    }

    long id() {
        return id;
    }

    QuarantineEntry entry() {
        return new QuarantineEntry(
                id,
                sourceSystem,
                origin,
                recordVersion(),
                Arrays.asList(Documents.read(reasons, String[].class)),
                state,
                createdAt);
    }
}
