package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How points in time are written in the source.
 *
 * @param format the patterns, tried in order, the first written; empty: ISO
 * @param zone the zone of times that name none; default UTC
 */
public record TimestampFormatSettings(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> format,

        ZoneId zone) {

    public TimestampFormatSettings {
        format = Given.list(format);
        zone = Given.or(zone, ZoneOffset.UTC);
    }
}
