package io.goldsmith.dmp.warehouse;

/** How a load ended. */
public enum LoadOutcome {
    /** The projection is the one of this load. */
    PUBLISHED,
    /** The projection did not pass the gate; the one before is still there. A person has to look at the reasons. */
    REFUSED,
    /** An error stopped the load: the projection is as it was, the profiles as they were or already those of this load. */
    FAILED
}
