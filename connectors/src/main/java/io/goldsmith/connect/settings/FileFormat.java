package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the files of a stream are written. */
public enum FileFormat {
    /** Delimited text with a header line; columns are its names. */
    @JsonProperty("csv")
    CSV("csv"),
    /** A JSON object in each line; columns are JSON pointers. */
    @JsonProperty("json-lines")
    JSON_LINES("json-lines"),
    /** A JSON array of objects; columns are JSON pointers. */
    @JsonProperty("json")
    JSON("json"),
    /** XML with an element that repeats; columns are paths inside it. */
    @JsonProperty("xml")
    XML("xml"),
    /** Text whose columns are positions in the line. */
    @JsonProperty("fixed-width")
    FIXED_WIDTH("fixed-width");

    private final String word;

    FileFormat(String word) {
        this.word = word;
    }

    /** As it is written in the configuration. */
    public String word() {
        return word;
    }

    /** Whether its columns are JSON pointers. */
    public boolean isJson() {
        return this == JSON || this == JSON_LINES;
    }
}
