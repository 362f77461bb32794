package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A column with a point in time.
 *
 * @param column the column
 * @param format its pattern, as of {@link java.time.format.DateTimeFormatter}; empty: ISO, or as the database types it
 * @param zone the zone of times that name none; default UTC
 */
public record TimestampSettings(String column, Optional<String> format, ZoneId zone) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public TimestampSettings {
        format = Given.orEmpty(format);
        zone = Given.or(zone, ZoneOffset.UTC);
    }

    /** A bare column name stands for an ISO or typed timestamp in UTC. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TimestampSettings column(String column) {
        return new TimestampSettings(column, Optional.empty(), ZoneOffset.UTC);
    }
}
