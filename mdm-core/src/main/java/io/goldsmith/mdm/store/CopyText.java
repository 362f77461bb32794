package io.goldsmith.mdm.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;

/**
 * Rows in PostgreSQL's text format of COPY, as UTF-8: tabs between values, a line feed behind each row, {@code \N} for null, and a
 * backslash before what would read as one of these. A NUL, which PostgreSQL cannot hold, is left for it to refuse.
 */
final class CopyText {

    private static final int FIRST_CAPACITY = 1 << 14;

    /** Years have as many digits as they need, and those before the first an era: the texts that PostgreSQL reads back exactly. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendPattern(" HH:mm:ss.SSSSSS'+00'")
            .toFormatter(Locale.ROOT);

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;
    private Instant lastInstant = Instant.EPOCH;
    private String lastInstantText = instantText(Instant.EPOCH);

    /** What was written: the first {@link #size} bytes of it. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Adds a row of values as {@link RowWriter} takes them, without optionals. */
    void row(Object[] values) {
        for (int position = 0; position < values.length; position++) {
            if (position > 0) {
                put('\t');
            }
            value(values[position]);
        }
        put('\n');
    }

    private void value(Object value) {
        if (value == null) {
            put('\\');
            put('N');
        } else if (value instanceof String text) {
            escaped(text);
        } else if (value instanceof Boolean flag) {
            put(flag ? 't' : 'f');
        } else if (value instanceof Instant instant) {
            plain(text(instant));
        } else if (value instanceof LocalDate date) {
            plain(DATE.format(date) + era(date));
        } else if (value instanceof BigDecimal number) {
            plain(number.toPlainString());
        } else {
            plain(value.toString());
        }
    }

    /** The rows of a transaction mostly carry one and the same instant. */
    private String text(Instant instant) {
        if (!instant.equals(lastInstant)) {
            lastInstant = instant;
            lastInstantText = instantText(instant);
        }
        return lastInstantText;
    }

    private static String instantText(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC)) + era(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    private static String era(LocalDate date) {
        return date.getYear() < 1 ? " BC" : "";
    }

    /** ASCII without anything to escape. */
    private void plain(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    private void escaped(String text) {
        int length = text.length();
        // Twice, should every character be escaped; what is not ASCII makes room for itself.
        reserve(2 * length);
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                encoded(text, i);
                return;
            }
            ascii(character);
        }
    }

    private void ascii(char character) {
        switch (character) {
            case '\\' -> escape('\\');
            case '\t' -> escape('t');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            default -> bytes[size++] = (byte) character;
        }
    }

    /** The rest of a text that is not all ASCII. No byte of UTF-8 but ASCII itself looks like ASCII, so that bytes can be escaped. */
    private void encoded(String text, int from) {
        byte[] rest = text.substring(from).getBytes(StandardCharsets.UTF_8);
        reserve(2 * rest.length);
        for (byte each : rest) {
            if (each < 0) {
                bytes[size++] = each;
            } else {
                ascii((char) each);
            }
        }
    }

    private void escape(char character) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) character;
    }

    private void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), Math.min(2 * bytes.length, 1 << 30)));
        }
    }
}
