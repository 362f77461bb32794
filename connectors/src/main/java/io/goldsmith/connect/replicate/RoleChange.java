package io.goldsmith.connect.replicate;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has to be done to a target's record because of its role, beside what its values ask for.
 *
 * @param marks column or JSON pointer to text, empty text to empty it
 * @param survivor the key of the record to which what hangs on this one is moved; empty: nothing is
 * @param deletes whether it is deleted
 * @param asks whether a steward is asked before
 */
record RoleChange(SortedMap<String, String> marks, Optional<String> survivor, boolean deletes, boolean asks) {

    /** Nothing. */
    static final RoleChange NONE = new RoleChange(Collections.emptySortedMap(), Optional.empty(), false, false);

    RoleChange {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    /** What is done, as text that is the same for the same change; empty for none. */
    String content() {
        return (deletes ? "delete" : "")
                + survivor.map(key -> "re-point to " + key).orElse("");
    }
}
