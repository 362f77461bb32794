package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** How a service takes the time since when changes are asked for. */
public enum SinceFormat {
    /** ISO-8601 in UTC, {@code 2024-05-17T08:30:00Z}. */
    @JsonProperty("instant")
    INSTANT,
    /** Seconds since 1970. */
    @JsonProperty("epoch-seconds")
    EPOCH_SECONDS,
    /** Milliseconds since 1970. */
    @JsonProperty("epoch-millis")
    EPOCH_MILLIS;

    /** A time as the service takes it; never a later one. */
    public String text(Instant time) {
        return switch (this) {
            case INSTANT -> time.toString();
            case EPOCH_SECONDS -> Long.toString(time.getEpochSecond());
            case EPOCH_MILLIS -> Long.toString(time.toEpochMilli());
        };
    }
}
