package io.goldsmith.mdm.model;

/** How an attribute may harm the person whose value leaks; decides whether and how it may reach the DMP. */
public enum Sensitivity {
    NONE,
    /** Names the person by itself: never leaves for the DMP. */
    DIRECT_IDENTIFIER,
    /** Names the person together with others: generalised. */
    QUASI_IDENTIFIER,
    /** What must not be learned of a person: l-diverse. */
    SENSITIVE
}
