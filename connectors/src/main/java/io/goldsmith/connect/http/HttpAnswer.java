package io.goldsmith.connect.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param etag the record's ETag, if it says one
 * @param date the service's own time, if it says it; whole seconds
 * @param retryAfter how long it asks to wait, zero if it does not
 * @param contentType the type of the body, empty if it says none
 * @param body the body, at most {@value HttpService#GREATEST_BODY} bytes
 */
public record HttpAnswer(
        int status,
        Optional<String> etag,
        Optional<Instant> date,
        Duration retryAfter,
        String contentType,
        byte[] body) {

    /** Whether the service did what it was asked. */
    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may succeed later: the service is busy, or failed by itself. */
    public boolean isRetriable() {
        return status == 429 || status == 408 || status >= 500;
    }
}
