package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has not changed where a service answers that a first page has not. */
public enum EtagCovers {
    /** That page alone: it says something of the resource only where it was its only page, asked for in the same words. */
    @JsonProperty("page")
    PAGE,
    /** The whole resource, whichever page is asked for and since when. */
    @JsonProperty("resource")
    RESOURCE
}
