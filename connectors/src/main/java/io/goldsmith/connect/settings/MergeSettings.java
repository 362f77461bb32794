package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the records of a target that turn out to be one customer with another record of it. The one that the hub has known longest goes on; the
 * others lose.
 *
 * @param then what becomes of those that lose; default {@code none}
 * @param set what stands in a record that lost, by column or JSON pointer
 * @param survivor the column or JSON pointer that holds the key of the record that goes on; empty: none
 * @param undo what stands in these columns when the record stands for itself again; those that are not named are emptied
 * @param call what a service is asked for, so that what hangs on the record is moved; only with {@code re-point}
 * @param statements what a database is told, in the transaction of the write, for the same; only with {@code re-point}
 */
public record MergeSettings(
        Then then,
        Map<String, String> set,
        Optional<String> survivor,
        Map<String, String> undo,
        Optional<CallSettings> call,
        List<String> statements) {

    /** Nothing becomes of them. */
    public static final MergeSettings NONE =
            new MergeSettings(null, null, Optional.empty(), null, Optional.empty(), null);

    /** What becomes of a record that lost. */
    public enum Then {
        /** Nothing: it has the golden values, as the other has. */
        @JsonProperty("none")
        NONE,
        /** It is marked, until it stands for itself again. */
        @JsonProperty("flag")
        FLAG,
        /** What hangs on it is moved to the record that goes on; it is marked too, if that is said. */
        @JsonProperty("re-point")
        RE_POINT
    }

    public MergeSettings {
        then = Given.or(then, Then.NONE);
        set = Given.map(set);
        survivor = Given.orEmpty(survivor);
        undo = Given.map(undo);
        call = Given.orEmpty(call);
        statements = Given.list(statements);
    }
}
