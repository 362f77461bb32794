package io.goldsmith.mdm.run;

/** Where a run stands. */
public enum RunState {
    RUNNING,
    DONE,
    FAILED,
    /** Its process ended before it did. */
    INTERRUPTED
}
