package io.goldsmith.matching.survive;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose data a source system holds. In configuration: the name in lower case. */
public enum SourceParty {
    /** The company's own. */
    @JsonProperty("first")
    FIRST,
    /** A partner's. */
    @JsonProperty("second")
    SECOND,
    /** Bought. */
    @JsonProperty("third")
    THIRD
}
