package io.goldsmith.mdm.stewardship;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row of {@code stewardship_task}, as a steward's decision changes it. */
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

    void close(TaskState how, String steward, Instant now) {
        state = how;
        closedBy = steward;
        closedAt = now;
    }
}
