package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.mapping.Row;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row as Camel hands it over.
 *
 * @param table the table it is from
 * @param keyColumn the column with its key
 * @param names the column names in upper case to those of the driver: H2 upper-cases them, PostgreSQL lower-cases them
 * @param values driver's column name to value
 */
record JdbcRow(String table, String keyColumn, Map<String, String> names, Map<String, Object> values) implements Row {

    /** The names for {@link #names()}, the same for all rows of a result. */
    static Map<String, String> names(Map<String, Object> row) {
        Map<String, String> names = new HashMap<>();
        row.keySet().forEach(name -> names.put(name.toUpperCase(Locale.ROOT), name));
        return names;
    }

    @Override
    public String origin() {
        return table + " " + text(keyColumn).orElse("without key");
    }

    @Override
    public Optional<String> text(String column) {
        Object value = value(column);
        if (value == null) {
            return Optional.empty();
        }
        String text = written(value).trim();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public Optional<LocalDateTime> time(String column) {
        return value(column) instanceof Timestamp timestamp
                ? Optional.of(timestamp.toLocalDateTime())
                : Optional.empty();
    }

    private Object value(String column) {
        String exact = names.get(column);
        return values.get(exact == null ? names.get(column.toUpperCase(Locale.ROOT)) : exact);
    }

    private static String written(Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime().toString();
        }
        if (value instanceof Date date) {
            return date.toLocalDate().toString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    public String payload() {
        return values.toString();
    }

    /** The table alone: values are personal data. */
    @Override
    public String toString() {
        return "JdbcRow[" + table + "]";
    }
}
