package io.goldsmith.mdm.quality;

/** What a quality score is about. */
public enum SubjectKind {
    /** All live records of the hub. */
    HUB,
    /** The live records of one source system. */
    SOURCE_SYSTEM,
    /** The records to which one validation rule applies. */
    RULE
}
