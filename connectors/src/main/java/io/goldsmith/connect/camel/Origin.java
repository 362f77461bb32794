package io.goldsmith.connect.camel;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where a body came from.
 *
 * @param stream the stream that it is of
 * @param place the endpoint's name, and of a file its name, of anything else its id
 * @param marks what is known of it beside the body
 */
record Origin(String stream, String place, Map<String, String> marks) {

    static Origin of(String stream, String endpoint, Exchange exchange) {
        Message message = exchange.getMessage();
        String file = message.getHeader(Exchange.FILE_NAME, String.class);
        Map<String, String> marks = new LinkedHashMap<>();
        if (message.getMessageTimestamp() > 0) {
            marks.put(
                    "@timestamp",
                    Instant.ofEpochMilli(message.getMessageTimestamp()).toString());
        }
        marks.put("@endpoint", endpoint);
        marks.put("@id", file == null ? message.getMessageId() : file);
        message.getHeaders().forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                marks.put("@header/" + name, value.toString());
            }
        });
        return new Origin(stream, endpoint + "@" + marks.get("@id"), marks);
    }
}
