package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.mapping.Row;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A row as Camel hands it over.
 *
 * @param table the table it is from
 * @param keyColumn the column with its key
 * @param columns those of its result
 * @param values driver's column name to value
 */
record JdbcRow(String table, String keyColumn, JdbcColumns columns, Map<String, Object> values) implements Row {

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
        String text = written(value, columns.isZoned(column)).trim();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public Optional<LocalDateTime> time(String column) {
        return value(column) instanceof Timestamp timestamp && !columns.isZoned(column)
                ? Optional.of(timestamp.toLocalDateTime())
                : Optional.empty();
    }

    private Object value(String column) {
        return values.get(columns.driverName(column));
    }

    private static String written(Object value, boolean isZoned) {
        if (value instanceof Timestamp timestamp) {
            return isZoned
                    ? timestamp.toInstant().toString()
                    : timestamp.toLocalDateTime().toString();
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
