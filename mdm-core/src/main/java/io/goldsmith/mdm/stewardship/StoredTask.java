package io.goldsmith.mdm.stewardship;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code stewardship_task}, as a steward changes it. */
@Entity
@Table(name = "stewardship_task")
public class StoredTask {

    @Id
    private Long id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private TaskKind kind;

    @Column(updatable = false)
    private Long leftRecord;

    @Column(updatable = false)
    private Long rightRecord;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    private Instant closedAt;

    private String closedBy;

    private String assignedTo;

    private String proposedBy;

    @Enumerated(EnumType.STRING)
    private TaskState proposedState;

    @Version
    private int revision;

    protected StoredTask() {}

    TaskKind kind() {
        return kind;
    }

    TaskState state() {
        return state;
    }

    int revision() {
        return revision;
    }

    long leftRecord() {
        return leftRecord;
    }

    long rightRecord() {
        return rightRecord;
    }

    boolean isWaiting() {
        return state == TaskState.OPEN || state == TaskState.PROPOSED;
    }

    Optional<String> assignedTo() {
        return Optional.ofNullable(assignedTo);
    }

    void assign(Optional<String> steward) {
        assignedTo = steward.orElse(null);
    }

    Optional<Task.Proposal> proposal() {
        return state == TaskState.PROPOSED
                ? Optional.of(new Task.Proposal(proposedBy, proposedState))
                : Optional.empty();
    }

    void propose(TaskState how, String steward) {
        state = TaskState.PROPOSED;
        proposedBy = steward;
        proposedState = how;
    }

    /** A second steward does not agree: it waits for an answer again. */
    void reopen() {
        state = TaskState.OPEN;
        proposedBy = null;
        proposedState = null;
    }

    void close(TaskState how, String steward, Instant now) {
        state = how;
        closedBy = steward;
        closedAt = now;
    }
}
