package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part of a full person name. */
public enum NamePart {
    @JsonProperty("given")
    GIVEN,
    @JsonProperty("family")
    FAMILY
}
