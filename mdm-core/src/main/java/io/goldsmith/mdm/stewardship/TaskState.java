package io.goldsmith.mdm.stewardship;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    ACCEPTED,
    REJECTED,
    /** What it asked has been answered by a change of the data. */
    OBSOLETE
}
