package io.goldsmith.mdm.stewardship;

import java.util.Collection;

/** What a decision asks of resolution, which lies downstream of this room. */
public interface Reclustering {

    /** Waits until no other transaction writes results; the caller's transaction then keeps the turn until it ends. */
    void takeTurn();

    /**
     * Resolves the clusters of records anew because a decision about them changed, in the caller's transaction if there is one.
     *
     * @param recordIds the hub's ids of source records
     * @param cause what the change events name as their cause, for example {@code merge by a steward}
     */
    void recluster(Collection<Long> recordIds, String cause);
}
