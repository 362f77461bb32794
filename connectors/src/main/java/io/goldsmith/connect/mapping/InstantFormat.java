package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.TimestampFormatSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/**
 * Points in time in patterns of the source, as ISO instants in UTC in the attribute, cut to microseconds. A text of another form passes
 * as it is.
 *
 * @param formatters tried in order, the first written; empty: ISO
 * @param zone the zone of times that name none
 */
record InstantFormat(List<DateTimeFormatter> formatters, ZoneId zone) implements ValueFormat {

    static InstantFormat of(TimestampFormatSettings settings) {
        return new InstantFormat(
                settings.format().stream().map(StrictDates::pattern).toList(), settings.zone());
    }

    @Override
    public Optional<String> read(String column, String text) {
        return instant(text).map(Instant::toString).or(() -> Optional.of(text));
    }

    /** The instant that a text stands for, empty if it is of no form. */
    Optional<Instant> instant(String text) {
        if (formatters.isEmpty()) {
            return instant(
                    text, text.length() <= 10 ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_DATE_TIME);
        }
        return formatters.stream()
                .flatMap(formatter -> instant(text, formatter).stream())
                .findFirst();
    }

    private Optional<Instant> instant(String text, DateTimeFormatter formatter) {
        try {
            TemporalAccessor parsed =
                    formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime offset) {
                return Optional.of(offset.toInstant().truncatedTo(ChronoUnit.MICROS));
            }
            LocalDateTime local = parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
            return Optional.of(local.atZone(zone).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> write(String value) {
        try {
            Instant instant = Instant.parse(value);
            String text = formatters.isEmpty()
                    ? instant.toString()
                    : formatters.get(0).format(instant.atZone(zone).toOffsetDateTime());
            // A pattern without seconds, or a clock put back, would make it another instant.
            return Optional.of(text).filter(written -> instant(written).equals(Optional.of(instant)));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
