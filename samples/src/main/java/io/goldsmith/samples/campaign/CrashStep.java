package io.goldsmith.samples.campaign;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.Delivery;
import java.util.List;

/** A step of the crash campaign's script. A step that was interrupted is done again from its beginning. */
sealed interface CrashStep {

    /** Record versions that land together and are resolved as a batch or one by one, as their number asks for. */
    record Load(List<Delivery.RecordVersion> versions) implements CrashStep {
        public Load {
            versions = List.copyOf(versions);
        }
    }

    /** Record versions that several writers land and resolve at once, each record by one of them. */
    record Edits(List<Delivery.RecordVersion> versions) implements CrashStep {
        public Edits {
            versions = List.copyOf(versions);
        }
    }

    /** A steward's decision about two records. */
    record Decide(Kind kind, RecordId left, RecordId right) implements CrashStep {
        /** What is decided. */
        enum Kind {
            MERGE,
            NOT_DUPLICATE,
            UNLINK,
            PIN
        }
    }

    /** Taking back what an earlier step decided. */
    record Undo(int decidingStep) implements CrashStep {}
}
