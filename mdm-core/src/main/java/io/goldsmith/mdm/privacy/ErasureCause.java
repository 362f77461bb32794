package io.goldsmith.mdm.privacy;

/** Why a person was erased. */
public enum ErasureCause {
    /** The person asked for it. */
    REQUEST,
    /** The time of retention had passed. */
    RETENTION,
    /** An erased person came back with a delivery and the protection officer confirmed the erasure. */
    SUPPRESSION
}
