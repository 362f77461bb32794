package io.goldsmith.samples.landscape;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Which page is asked for.
 *
 * @param page from 0
 * @param size from 1 to {@link #LARGEST}
 * @param updatedSince only customers updated then or later
 */
record PageQuery(int page, int size, Instant updatedSince) {

    static final int LARGEST = 1000;

    private static final int DEFAULT_SIZE = 100;

    static PageQuery parse(String rawQuery) {
        PageQuery query = new PageQuery(0, DEFAULT_SIZE, Instant.MIN);
        if (rawQuery == null || rawQuery.isEmpty()) {
            return query;
        }
        for (String parameter : rawQuery.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            query = query.with(name, equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
        }
        return query;
    }

    private PageQuery with(String name, String value) {
        return switch (name) {
            case "page" -> new PageQuery(number(name, value, 0, Integer.MAX_VALUE), size, updatedSince);
            case "size" -> new PageQuery(page, number(name, value, 1, LARGEST), updatedSince);
            case "updated_since" -> new PageQuery(page, size, instant(value));
            default ->
                throw new HttpFailure(400, "Expected the parameters page, size and updated_since, found another one.");
        };
    }

    private static String decoded(String value) {
        try {
            // A plus stands for itself: in a time it is the sign of the offset.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpFailure(400, "The query is not URL-encoded.");
        }
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new HttpFailure(400, "%s must be a whole number.".formatted(name));
        }
        throw new HttpFailure(400, "%s must be between %d and %d.".formatted(name, least, most));
    }

    private static Instant instant(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new HttpFailure(
                    400, "updated_since must be an ISO 8601 time with an offset, for example 2025-01-31T08:00:00Z.");
        }
    }
}
