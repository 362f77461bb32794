package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a golden record that has no record in a target's source system is created there, and how.
 *
 * @param when whose; default {@code never}
 * @param where with {@code filter}: attribute to the values of which a golden record must have one, for every attribute
 * @param onlyFrom with {@code filter}: source systems of which a golden record must have a record of one; empty: of any
 * @param with what else stands in a new record, by column or JSON pointer
 * @param key whether the target gives the key, the default, or the golden id is the key (a table only)
 * @param keyAnswer JSON pointer to the key in the answer of a service; default {@code /id}; without one, the header {@code Location} has it
 * @param ourKey the column or JSON pointer that holds the golden id, in the target; empty: none
 * @param lookup how a service is asked for the record of a golden id, with {@code {id}} in its place; empty: it cannot be asked
 * @param idempotent whether a service knows a repeat by its {@code Idempotency-Key}; default false
 */
public record CreateSettings(
        When when,
        Map<String, List<String>> where,
        List<String> onlyFrom,
        Map<String, String> with,
        Key key,
        String keyAnswer,
        Optional<String> ourKey,
        Optional<String> lookup,
        Boolean idempotent) {

    /** Nothing is created. */
    public static final CreateSettings NEVER =
            new CreateSettings(null, null, null, null, null, null, Optional.empty(), Optional.empty(), null);

    /** Whose records are created. */
    public enum When {
        /** Nobody's. */
        @JsonProperty("never")
        NEVER,
        /** Everybody's who has none. */
        @JsonProperty("all")
        ALL,
        /** Theirs who pass {@code where} and {@code only-from}. */
        @JsonProperty("filter")
        FILTER
    }

    /** Where the key of a new record comes from. */
    public enum Key {
        /** The target gives it. */
        @JsonProperty("generated")
        GENERATED,
        /** The golden id is the key. */
        @JsonProperty("golden-id")
        GOLDEN_ID
    }

    public CreateSettings {
        when = Given.or(when, When.NEVER);
        where = Given.map(where);
        onlyFrom = Given.list(onlyFrom);
        with = Given.map(with);
        key = Given.or(key, Key.GENERATED);
        keyAnswer = Given.or(keyAnswer, "/id");
        ourKey = Given.orEmpty(ourKey);
        lookup = Given.orEmpty(lookup);
        idempotent = Given.or(idempotent, false);
    }
}
