package io.goldsmith.connect.health;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a target is written now. Its system must answer at all, which reading it tells too; and it must take what is written, which a system that can only be
 * read does not.
 *
 * @param system the breaker of the system, shared with the connector that reads it
 * @param writing the breaker of the target alone
 */
public record TargetHealth(Breaker system, Breaker writing) {

    /** As {@link Breaker#admit}. */
    public Admission admit() {
        Admission reached = system.admit();
        if (reached == Admission.NOT_NOW) {
            return reached;
        }
        Admission written = writing.admit();
        if (written == Admission.NOT_NOW) {
            system.unused();
        }
        return written == Admission.FREELY ? reached : written;
    }

    /** It answered for the record that it was asked about, whatever that was. */
    public void answered() {
        system.answered();
        writing.answered();
    }

    /** It answered that it cannot take the record now. */
    public void failed(String reason) {
        system.answered();
        writing.failed(reason);
    }

    /** Nobody answered, or it takes nothing from anybody now. */
    public void unreachable(String reason) {
        system.failed(reason);
        writing.failed(reason);
    }

    /** It was not asked after all. */
    public void unused() {
        system.unused();
        writing.unused();
    }

    /** Whether the last write failed. */
    public boolean isFailing() {
        return writing.isFailing();
    }

    /** When it is tried next; empty if it is not resting. */
    public Optional<Instant> nextTrial() {
        Optional<Instant> reached = system.condition().nextTrial();
        Optional<Instant> written = writing.condition().nextTrial();
        return reached.isPresent() && written.filter(reached.get()::isBefore).isEmpty() ? reached : written;
    }
}
