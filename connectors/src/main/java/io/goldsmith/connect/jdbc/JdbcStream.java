package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.StreamLander;
import io.goldsmith.connect.spi.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

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

    /** Where the next extraction starts: before the watermark, for rows that were committed late. */
    Optional<Instant> since() {
        return watermarks.of(connector, name).map(mark -> mark.minus(overlap));
    }

    String name() {
        return name;
    }

    /** Hands the rows over without landing them. */
    void read(Iterator<Map<String, Object>> rows, JdbcReading reading) {
        Map<String, String> names = Map.of();
        while (rows.hasNext()) {
            Map<String, Object> row = rows.next();
            if (names.isEmpty()) {
                names = JdbcRow.names(row);
            }
            reading.reading().take(reading.asOf(), mapping.map(new JdbcRow(table, mapping.keyColumn(), names, row)));
        }
    }

    /** Lands the rows; after each batch the watermark moves, since rows come in the order of their timestamps. */
    void land(Iterator<Map<String, Object>> rows, ExtractionRun run) {
        if (run.isFullExtract()) {
            lander.beginFullExtract();
        } else {
            lander.begin();
        }
        Map<String, String> names = Map.of();
        while (rows.hasNext()) {
            Map<String, Object> row = rows.next();
            if (names.isEmpty()) {
                names = JdbcRow.names(row);
            }
            if (lander.add(mapping.map(new JdbcRow(table, mapping.keyColumn(), names, row)))) {
                lander.flushBehind(run, this::move);
            }
        }
        move(lander.flush(run));
    }

    private void move(Optional<Instant> newest) {
        newest.ifPresent(mark -> watermarks.move(connector, name, mark));
    }
}
