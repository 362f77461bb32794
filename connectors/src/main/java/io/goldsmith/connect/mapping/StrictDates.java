package io.goldsmith.connect.mapping;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Date patterns that refuse the thirty-first of February. */
public final class StrictDates {

    private StrictDates() {}

    /** The pattern, where {@code y} means the year as people write it. */
    public static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT);
    }
}
