package io.goldsmith.mdm.publish;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of a consumer's cursor. */
@Entity
@Table(name = "consumer_cursor")
public class StoredCursor {

    @Id
    private String consumer;

    private long position;
    private Instant movedAt;

    /** For Hibernate. */
    protected StoredCursor() {}

    StoredCursor(String consumer, long position, Instant movedAt) {
        this.consumer = consumer;
        this.position = position;
        this.movedAt = movedAt;
    }

    long position() {
        return position;
    }

    void move(long to, Instant when) {
        if (to > position) {
            position = to;
            movedAt = when;
        }
    }
}
