package io.goldsmith.connect.push;

import io.goldsmith.mdm.golden.GoldenId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a pushed record is.
 *
 * @param state how far it is
 * @param golden the golden record to which it belongs so far; empty if to none
 * @param reasons of one in quarantine, without values
 */
public record PushStatus(State state, Optional<GoldenId> golden, List<String> reasons) {

    /** How far a record is. */
    public enum State {
        /** Landed, and resolved next. */
        PENDING,
        RESOLVED,
        /** Its newest version waits in quarantine; the one before, if there is one, stays in force. */
        QUARANTINED,
        DELETED;

        /** As an answer has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PushStatus {
        reasons = List.copyOf(reasons);
    }
}
