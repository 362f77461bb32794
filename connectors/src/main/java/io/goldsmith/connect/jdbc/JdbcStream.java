package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.StreamLander;
import io.goldsmith.connect.spi.Watermarks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** One table: where its query starts, and how its rows are landed. */
final class JdbcStream {

    private final String connector;
    private final String name;
    private final String table;
    private final StreamMapping mapping;
    private final JdbcQuery query;
    private final Duration overlap;
    private final Watermarks watermarks;
    private final StreamLander lander = new StreamLander();
    private Optional<JdbcColumns> columns = Optional.empty();

    JdbcStream(
            String connector,
            String name,
            String table,
            StreamMapping mapping,
            Duration overlap,
            Watermarks watermarks) {
        this.connector = connector;
        this.name = name;
        this.table = table;
        this.mapping = mapping;
        this.query = new JdbcQuery(table, mapping);
        this.overlap = overlap;
        this.watermarks = watermarks;
    }

    /** The route that reads it. */
    String routeId() {
        return "extract-" + connector + "-" + name;
    }

    String table() {
        return table;
    }

    JdbcQuery query() {
        return query;
    }

    /** Asks the database, once, what the columns of the query are; nothing is read. */
    void describe(DataSource source) throws SQLException {
        if (columns.isEmpty()) {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(query.sql(Optional.empty()))) {
                columns = Optional.of(JdbcColumns.of(statement.getMetaData()));
            }
        }
    }

    /** Where the query starts, as its parameters. */
    Map<String, Object> parameters(Optional<Instant> since) {
        return query.parameters(since, columns.orElseThrow());
    }

    /** Where the next extraction starts: before the watermark, for rows that were committed late. */
    Optional<Instant> since() {
        return watermarks.of(connector, name).map(mark -> mark.minus(overlap));
    }

    String name() {
        return name;
    }

    /** Hands the rows over without landing them. */
    void read(Iterator<Map<String, Object>> rows, JdbcReading reading) {
        while (rows.hasNext()) {
            reading.reading().take(reading.asOf(), mapping.map(row(rows.next())));
        }
    }

    private JdbcRow row(Map<String, Object> values) {
        return new JdbcRow(table, mapping.keyColumn(), columns.orElseThrow(), values);
    }

    /** Lands the rows; after each batch the watermark moves, since rows come in the order of their timestamps. */
    void land(Iterator<Map<String, Object>> rows, ExtractionRun run) {
        if (run.isFullExtract()) {
            lander.beginFullExtract();
        } else {
            lander.begin();
        }
        while (rows.hasNext()) {
            if (lander.add(mapping.map(row(rows.next())))) {
                lander.flushBehind(run, this::move);
            }
        }
        move(lander.flush(run));
    }

    private void move(Optional<Instant> newest) {
        newest.ifPresent(mark -> watermarks.move(connector, name, mark));
    }
}
