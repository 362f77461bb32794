package io.goldsmith.dmp;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which floors the warehouse has: the setting {@code dmp.floors}. */
public enum Floors {
    /** Pseudonymous profiles and the anonymous projection. */
    @JsonProperty("both")
    BOTH,
    /** The anonymous projection alone: no pseudonymous row is ever written. */
    @JsonProperty("anonymous")
    ANONYMOUS
}
