package io.goldsmith.connect.push;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.source.SourceRecordRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

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

    /** Where a record is; empty if the hub has never heard of it, or has erased it. */
    static Optional<PushStatus> of(Hub hub, RecordId record) {
        OptionalLong recordId = hub.sourceRecords().idOf(record);
        if (recordId.isEmpty()) {
            return Optional.empty();
        }
        Optional<GoldenId> golden = hub.goldenRecords().goldenOf(record);
        if (!hub.sourceRecords().pendingOf(List.of(record)).isEmpty()) {
            return Optional.of(new PushStatus(State.PENDING, golden, List.of()));
        }
        List<String> reasons = hub.quarantine().reasonsOf(recordId.getAsLong());
        if (!reasons.isEmpty()) {
            return Optional.of(new PushStatus(State.QUARANTINED, golden, reasons));
        }
        if (golden.isPresent()) {
            return Optional.of(new PushStatus(State.RESOLVED, golden, List.of()));
        }
        return hub.sourceRecords()
                .find(recordId.getAsLong())
                .filter(SourceRecordRow::deleted)
                .map(deleted -> new PushStatus(State.DELETED, Optional.empty(), List.of()));
    }
}
