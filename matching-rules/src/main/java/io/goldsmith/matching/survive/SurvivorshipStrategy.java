package io.goldsmith.matching.survive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a golden attribute is chosen among candidates. In configuration: the name in lower case with hyphens. */
public enum SurvivorshipStrategy {
    /** The values that their source changed or verified last. */
    @JsonProperty("most-recent")
    MOST_RECENT,
    /** The values of the source believed most for the attribute; trust may decay with age. */
    @JsonProperty("trust-score")
    TRUST_SCORE,
    /** The values of the first source in a list that has any. */
    @JsonProperty("source-priority")
    SOURCE_PRIORITY,
    /** The values that fill most attributes of a group, then the longest. */
    @JsonProperty("most-complete")
    MOST_COMPLETE,
    /** The values that most source records agree on. */
    @JsonProperty("most-frequent")
    MOST_FREQUENT;

    /** The word used in configuration and in provenance, for example {@code most-recent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
