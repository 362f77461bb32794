package io.goldsmith.connect.health;

/** Whether a system is asked now. */
public enum Admission {
    /** As it takes. */
    FREELY,
    /** Once, to see whether it answers again. */
    ON_TRIAL,
    /** It rests. */
    NOT_NOW
}
