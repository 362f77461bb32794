package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A Camel endpoint, and what it gives.
 *
 * @param uri the endpoint's URI, which may hold secrets
 * @param format how what it gives is written; default {@code json}
 * @param charset the encoding of lines and of CSV; default UTF-8
 * @param separator the character between the columns of CSV; default {@code ;}
 */
public record CamelEndpointSettings(String uri, Format format, Charset charset, String separator) {

    /** Of what routes hand over: they say themselves where it comes from. */
    public static final CamelEndpointSettings OF_ROUTES = new CamelEndpointSettings("direct:land", null, null, null);

    /** How a body is written. */
    public enum Format {
        /** A JSON object, or an array of objects. */
        @JsonProperty("json")
        JSON,
        /** A JSON object in each line. */
        @JsonProperty("json-lines")
        JSON_LINES,
        /** A header, then a record in each line. */
        @JsonProperty("csv")
        CSV
    }

    public CamelEndpointSettings {
        format = Given.or(format, Format.JSON);
        charset = Given.or(charset, StandardCharsets.UTF_8);
        separator = Given.or(separator, ";");
    }

    /** Which component reads it. */
    public String scheme() {
        return uri.replaceFirst(":.*", "");
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "CamelEndpointSettings[" + scheme() + ", " + format + "]";
    }
}
