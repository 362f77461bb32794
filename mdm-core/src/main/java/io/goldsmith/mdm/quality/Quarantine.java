package io.goldsmith.mdm.quality;

import java.util.List;

/** Where records wait that broke a rejecting validation rule, could not be read, or whose resolution keeps failing. */
public final class Quarantine {

    /** Entries that wait, newest first. */
    public List<QuarantineEntry> waiting(int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** How many entries wait. */
    public long countWaiting() {
        throw new UnsupportedOperationException();
    }

    /**
     * Validates a waiting entry again under the rules of today; if it passes, its record is pending and the entry closed.
     *
     * @return whether it passed
     */
    public boolean replay(long entryId) {
        throw new UnsupportedOperationException();
    }
}
