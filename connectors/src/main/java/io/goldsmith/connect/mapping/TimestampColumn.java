package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.TimestampSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** A column with a point in time, read as an instant cut to microseconds. */
public final class TimestampColumn {

    private final String column;
    private final Optional<DateTimeFormatter> format;
    private final String expected;
    private final ZoneId zone;

    TimestampColumn(TimestampSettings settings) {
        this.column = settings.column();
        this.format = settings.format().map(DateTimeFormatter::ofPattern);
        this.expected = settings.format().orElse("ISO-8601");
        this.zone = settings.zone();
    }

    public String column() {
        return column;
    }

    /** The zone of times that name none. */
    public ZoneId zone() {
        return zone;
    }

    Instant read(Row row) {
        Optional<LocalDateTime> time = format.isEmpty() ? row.time(column) : Optional.empty();
        if (time.isPresent()) {
            return time.get().atZone(zone).toInstant().truncatedTo(ChronoUnit.MICROS);
        }
        String text = StreamMapping.required(row, column);
        try {
            return parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException wrongForm) {
            throw new UnmappableException("column " + column + " must hold a time as " + expected + ", but holds "
                    + text.length() + " characters of another form");
        }
    }

    /** Empty where the column is. */
    Optional<Instant> readIfThere(Row row) {
        return row.text(column).isPresent() ? Optional.of(read(row)) : Optional.empty();
    }

    private Instant parse(String text) {
        Optional<LocalDateTime> plain = format.isEmpty() ? PlainTime.read(text) : Optional.empty();
        if (plain.isPresent()) {
            return plain.get().atZone(zone).toInstant();
        }
        DateTimeFormatter formatter = format.orElse(isoOf(text));
        TemporalAccessor parsed = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        LocalDateTime local = parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
        return local.atZone(zone).toInstant();
    }

    private static DateTimeFormatter isoOf(String text) {
        return text.length() <= 10 ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_DATE_TIME;
    }
}
