package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a connector knows that a file in an inbox is complete. */
public enum ReadLock {
    /** The sender renames a file when it is complete; a file that can be renamed is complete. */
    @JsonProperty("rename")
    RENAME,
    /** The sender writes in place; a file whose size and time have stood still for 200 ms is complete. */
    @JsonProperty("changed")
    CHANGED;

    /** Camel's word for it. */
    public String word() {
        return this == RENAME ? "rename" : "changed";
    }
}
