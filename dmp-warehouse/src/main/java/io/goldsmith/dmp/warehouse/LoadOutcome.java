package io.goldsmith.dmp.warehouse;

/** How a load ended. */
public enum LoadOutcome {
    /** The projection is the one of this load. */
    PUBLISHED,
    /** The projection did not pass the gate; the one before is still there. A person has to look at the reasons. */
    REFUSED,
    /** An error stopped the load; both floors are as they were before, or the profiles of this load are there already. */
    FAILED
}
