package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A request to a service. In path and texts {@code {from}} stands for the key of the record that lost, {@code {to}} for that of the one that goes on.
 *
 * @param method default {@code POST}
 * @param path behind the service's address, begins with {@code /}
 * @param with the fields of the JSON object that is sent, text by JSON pointer; none: an empty object
 */
public record CallSettings(Method method, String path, Map<String, String> with) {

    /** How the service is asked. */
    public enum Method {
        /** It is asked to do something. */
        @JsonProperty("POST")
        POST,
        /** It is given a state. */
        @JsonProperty("PUT")
        PUT
    }

    public CallSettings {
        method = Given.or(method, Method.POST);
        with = Given.map(with);
    }
}
