package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/**
 * A column with a day.
 *
 * @param column the column
 * @param format its pattern; empty: ISO, or as the database types it
 */
public record DateSettings(String column, Optional<String> format) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public DateSettings {
        format = Given.orEmpty(format);
    }

    /** A bare column name stands for an ISO or typed date. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DateSettings column(String column) {
        return new DateSettings(column, Optional.empty());
    }
}
