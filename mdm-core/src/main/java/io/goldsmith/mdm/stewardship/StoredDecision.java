package io.goldsmith.mdm.stewardship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A row of {@code decision}: a fact, changed only by being undone. */
@Entity
@Table(name = "decision")
public class StoredDecision {

    @Id
    private Long id;

    @Enumerated(EnumType.STRING)
    private Decision.Kind kind;

    private Long leftRecord;

    private Long rightRecord;

    private String madeBy;

    private Instant madeAt;

    private String commentText;

    private String undoneBy;

    private Instant undoneAt;

    private Long takenBackBy;

    protected StoredDecision() {}

    StoredDecision(
            long id,
            Decision.Kind kind,
            long leftRecord,
            long rightRecord,
            String steward,
            Instant now,
            String comment) {
        this.id = id;
        this.kind = kind;
        this.leftRecord = leftRecord;
        this.rightRecord = rightRecord;
        this.madeBy = steward;
        this.madeAt = now;
        this.commentText = comment;
    }

    boolean isUndone() {
        return undoneAt != null;
    }

    /** A decision about two records, as it stands. */
    StandingDecisions.Standing asStanding() {
        return new StandingDecisions.Standing(id, kind, List.of(leftRecord), List.of(rightRecord));
    }

    long leftRecord() {
        return leftRecord;
    }

    long rightRecord() {
        return rightRecord;
    }

    /** Takes it back because an unmerge says otherwise; undoing that one reinstates it. */
    void takeBack(long unmerge, String steward, Instant now) {
        undo(steward, now);
        takenBackBy = unmerge;
    }

    void reinstate() {
        undoneBy = null;
        undoneAt = null;
        takenBackBy = null;
    }

    void undo(String steward, Instant now) {
        undoneBy = steward;
        undoneAt = now;
    }
}
