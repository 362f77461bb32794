package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a target's record when other systems have deleted their records of the customer.
 *
 * @param then what becomes of it; default {@code none}
 * @param in the source systems that decide: one of them has deleted a record of the customer, and none of them has one any more; empty: all
 *     but the target's own
 * @param set with {@code flag}: what stands in the record then, by column or JSON pointer
 * @param undo what stands in these columns when one of the systems has the customer again; those that are not named are emptied
 */
public record DeletionSettings(Then then, List<String> in, Map<String, String> set, Map<String, String> undo) {

    /** Nothing becomes of it. */
    public static final DeletionSettings NONE = new DeletionSettings(null, null, null, null);

    /** What becomes of the record. */
    public enum Then {
        /** Nothing. */
        @JsonProperty("none")
        NONE,
        /** It is marked, until one of the systems has the customer again. */
        @JsonProperty("flag")
        FLAG,
        /** It is deleted. */
        @JsonProperty("delete")
        DELETE,
        /** A steward is asked, and it is deleted if the steward accepts. */
        @JsonProperty("task")
        TASK
    }

    public DeletionSettings {
        then = Given.or(then, Then.NONE);
        in = Given.list(in);
        set = Given.map(set);
        undo = Given.map(undo);
    }
}
