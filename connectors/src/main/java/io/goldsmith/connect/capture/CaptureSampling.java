package io.goldsmith.connect.capture;

import io.goldsmith.connect.jdbc.TableColumns;
import io.goldsmith.connect.mapping.Columns;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.settings.RecordsSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at the first rows of a table as a snapshot would read them; it takes neither slot nor publication. */
public final class CaptureSampling implements Sampling {

    private final CaptureConnectorSettings settings;
    private final CaptureFailure failure;

    /** @param connector the connector's name, for messages */
    public CaptureSampling(String connector, CaptureConnectorSettings settings) {
        this.settings = settings;
        this.failure = new CaptureFailure(connector, settings);
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        try (Connection connection = new CaptureLogin(settings).querying()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return sample(connection, stream, wanted, most);
            } finally {
                connection.rollback();
            }
        } catch (SQLException unreadable) {
            throw failure.of(unreadable);
        }
    }

    private Sample sample(Connection connection, StreamSettings stream, Set<String> wanted, int most)
            throws SQLException {
        List<SampledColumn> columns = new ArrayList<>();
        List<SampledRow> sampled = new ArrayList<>();
        TableRows.Query query = new TableRows.Query(
                stream.from(),
                wanted.stream().filter(Predicate.not(Columns::isMark)).toList(),
                stream.records().map(RecordsSettings::key).map(key -> key.toLowerCase(Locale.ROOT)),
                most);
        new TableRows(connection, Math.min(most, settings.fetchSize()), (int)
                        Math.max(1, settings.timeout().toSeconds()))
                .read(query, Instant.now().truncatedTo(ChronoUnit.MICROS), new TableRows.Taking() {
                    @Override
                    public void columns(ResultSetMetaData found) throws SQLException {
                        columns.addAll(TableColumns.of(connection, stream.from(), found));
                    }

                    @Override
                    public void row(ChangeRow row) {
                        sampled.add(new SampledRow.Readable(row));
                    }
                });
        return new Sample(stream.from(), columns, sampled);
    }

    @Override
    public void close() {
        // Every connection is closed when it was read.
    }
}
