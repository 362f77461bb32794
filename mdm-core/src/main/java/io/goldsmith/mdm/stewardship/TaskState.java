package io.goldsmith.mdm.stewardship;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    /** One steward answered; the answer takes effect when another confirms it. */
    PROPOSED,
    ACCEPTED,
    REJECTED,
    /** A person looked and could not tell. */
    UNDECIDED,
    /** What it asked has been answered by a change of the data. */
    OBSOLETE
}
