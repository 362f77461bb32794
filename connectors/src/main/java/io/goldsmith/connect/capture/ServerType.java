package io.goldsmith.connect.capture;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** What the server writes in a way of its own, and how it is written here: as a mapping expects it. */
enum ServerType {
    BOOLEAN {
        @Override
        String written(String text) {
            return text.equals("t") ? "true" : text.equals("f") ? "false" : text;
        }
    },
    TIMESTAMP {
        @Override
        String written(String text) {
            try {
                return LocalDateTime.parse(iso(text)).toString();
            } catch (DateTimeException beyondTime) {
                // infinity, and years before Christ: the mapping says that it is no time.
                return text;
            }
        }
    },
    /** Sessions are in UTC, so that the offset is always {@code +00}. */
    TIMESTAMP_WITH_TIME_ZONE {
        @Override
        String written(String text) {
            try {
                return OffsetDateTime.parse(iso(text) + ":00").toInstant().toString();
            } catch (DateTimeException beyondTime) {
                return text;
            }
        }
    },
    ARRAY {
        @Override
        List<String> elements(String text) {
            return ArrayText.elements(text);
        }
    },
    /** Written as the server does: numbers, dates, UUIDs, JSON, codes. */
    OTHER;

    /**
     * The type of a name of {@code pg_type}.
     *
     * @param name of a domain that of its base type
     */
    static ServerType of(String name, boolean isArray) {
        return switch (name) {
            case "bool" -> BOOLEAN;
            case "timestamp" -> TIMESTAMP;
            case "timestamptz" -> TIMESTAMP_WITH_TIME_ZONE;
            default -> isArray ? ARRAY : OTHER;
        };
    }

    /** A value as a mapping expects it. */
    String written(String text) {
        return text;
    }

    /** The values of an array; of anything else it alone. */
    List<String> elements(String text) {
        return List.of(written(text));
    }

    private static String iso(String text) {
        return text.replace(' ', 'T');
    }
}
