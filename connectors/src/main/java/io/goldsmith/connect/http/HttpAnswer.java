package io.goldsmith.connect.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param headers name in lower case to its values, in their order; those that the hub looks at
 * @param received when it came, by the hub's clock
 * @param body the body, unpacked
 */
public record HttpAnswer(int status, Map<String, List<String>> headers, Instant received, byte[] body) {

    /** Whether the service did what it was asked. */
    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may succeed later: the service is busy, or failed by itself. */
    public boolean isRetriable() {
        return status == 429 || status == 408 || status >= 500;
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The record's ETag, if it says one. */
    public Optional<String> etag() {
        return header("ETag");
    }

    /** Where what was created is, if it says so. */
    public Optional<String> location() {
        return header("Location");
    }

    /** The service's own time, if it says it; whole seconds. */
    public Optional<Instant> date() {
        return header("Date").flatMap(HttpAnswer::time);
    }

    /** The type of the body, empty if it says none. */
    public String contentType() {
        return header("Content-Type").orElse("");
    }

    /** How long it asks to wait, be it said in seconds or as a time of its own clock; zero if it does not. */
    public Duration retryAfter() {
        return header("Retry-After").map(this::wait).orElse(Duration.ZERO);
    }

    private Duration wait(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant now = date().orElse(received);
        return time(text)
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    /** Its status alone: bodies hold values of persons. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
