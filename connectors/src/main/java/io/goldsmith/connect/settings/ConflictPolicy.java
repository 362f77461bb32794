package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a record of a target that changed there since the hub last saw or wrote it. */
public enum ConflictPolicy {
    /** The golden values are written over it, without looking. */
    @JsonProperty("overwrite")
    OVERWRITE,
    /** What changed stays as the target has it, and the ledger says so; the rest is written. */
    @JsonProperty("keep")
    KEEP,
    /** Nothing is written; a stewardship task waits until a steward answers, or the change is extracted and resolved. */
    @JsonProperty("task")
    TASK
}
