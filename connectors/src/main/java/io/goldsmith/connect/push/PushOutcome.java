package io.goldsmith.connect.push;

import io.goldsmith.mdm.source.LandingCounts;
import java.util.Locale;

/** What became of one item. */
public enum PushOutcome {
    /** It is a new version, and is resolved next. */
    LANDED,
    /** The hub has it so already. */
    UNCHANGED,
    /** Older than what the hub has: kept as history, it changes nothing. */
    STALE,
    /** It waits in quarantine, with the reasons. */
    QUARANTINED,
    /** Of an erased person: nothing of it was kept. */
    SUPPRESSED;

    /** Of the counts of one delivery. */
    static PushOutcome of(LandingCounts counts) {
        if (counts.quarantined() > 0) {
            return QUARANTINED;
        }
        if (counts.suppressed() > 0) {
            return SUPPRESSED;
        }
        if (counts.stale() > 0) {
            return STALE;
        }
        return counts.landed() > 0 ? LANDED : UNCHANGED;
    }

    /** As an answer has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
