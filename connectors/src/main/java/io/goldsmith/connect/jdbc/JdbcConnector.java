package io.goldsmith.connect.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.JdbcConnectorSettings;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.RecordReading;
import io.goldsmith.connect.spi.Watermarks;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Reads the tables of a database. */
public final class JdbcConnector implements Connector, AutoCloseable {

    private final String name;
    private final String address;
    private final Optional<String> fullExtractOf;
    private final HikariDataSource dataSource;
    private final List<JdbcStream> streams;
    private final ProducerTemplate camel;
    private final Clock clock;

    private JdbcConnector(
            String name,
            String address,
            Optional<String> fullExtractOf,
            HikariDataSource dataSource,
            List<JdbcStream> streams,
            ProducerTemplate camel,
            Clock clock) {
        this.name = name;
        this.address = address;
        this.fullExtractOf = fullExtractOf;
        this.dataSource = dataSource;
        this.streams = streams;
        this.camel = camel;
        this.clock = clock;
    }

    /**
     * Adds the connector's routes to Camel. The database is reached at the first extraction, not here.
     *
     * @throws Exception if Camel refuses the routes
     */
    public static JdbcConnector open(
            String name,
            JdbcConnectorSettings settings,
            Path hubFolder,
            Watermarks watermarks,
            CamelContext context,
            Clock clock)
            throws Exception {
        List<JdbcStream> streams = settings.streams().stream()
                .map(stream -> new JdbcStream(
                        name,
                        stream.name(),
                        stream.from(),
                        StreamMapping.of(settings.source(), stream, hubFolder),
                        settings.overlap(),
                        watermarks))
                .toList();
        HikariDataSource dataSource = dataSource(name, settings);
        context.getRegistry().bind("database-" + name, dataSource);
        context.addRoutes(new JdbcRoutes(
                "database-" + name,
                streams,
                settings.fetchSize(),
                Math.max(1, settings.timeout().toSeconds())));
        Optional<String> fullExtractOf = settings.fullExtract() ? Optional.of(settings.source()) : Optional.empty();
        return new JdbcConnector(
                name,
                JdbcFailure.withoutOptions(settings.url()),
                fullExtractOf,
                dataSource,
                streams,
                context.createProducerTemplate(),
                clock);
    }

    private static HikariDataSource dataSource(String name, JdbcConnectorSettings settings) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("connector-" + name);
        dataSource.setJdbcUrl(settings.url());
        settings.user().ifPresent(dataSource::setUsername);
        settings.password().ifPresent(dataSource::setPassword);
        dataSource.setMaximumPoolSize(1);
        dataSource.setMinimumIdle(0);
        dataSource.setReadOnly(true);
        dataSource.setAutoCommit(false);
        dataSource.setInitializationFailTimeout(-1);
        dataSource.setConnectionTimeout(
                Math.max(250, Math.min(5_000, settings.timeout().toMillis())));
        dataSource.setValidationTimeout(250);
        return dataSource;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void extract(ExtractionRun run) {
        fullExtractOf.ifPresent(run::beginFullExtract);
        for (JdbcStream stream : streams) {
            Optional<Instant> since = fullExtractOf.isPresent() ? Optional.empty() : stream.since();
            describe(stream);
            Exchange answer = camel.request("direct:" + stream.routeId(), exchange -> {
                exchange.setProperty(JdbcRoutes.RUN, run);
                exchange.getMessage().setHeaders(new HashMap<>(stream.parameters(since)));
                exchange.getMessage().setBody(stream.query().sql(since));
            });
            Exception failure = answer.getException();
            if (failure != null) {
                throw new JdbcFailure(name, address).of(stream.table(), failure);
            }
        }
        if (run.isFullExtract()) {
            run.endFullExtract();
        }
    }

    private void describe(JdbcStream stream) {
        try {
            stream.describe(dataSource);
        } catch (SQLException failure) {
            throw new JdbcFailure(name, address).of(stream.table(), failure);
        }
    }

    @Override
    public boolean read(String stream, RecordReading reading) {
        JdbcStream wanted = streams.stream()
                .filter(one -> one.name().equals(stream))
                .findFirst()
                .orElseThrow();
        describe(wanted);
        Exchange answer = camel.request("direct:" + wanted.routeId(), exchange -> {
            exchange.setProperty(JdbcRoutes.READING, new JdbcReading(clock.instant(), reading));
            exchange.getMessage().setBody(wanted.query().sql(Optional.empty()));
        });
        if (answer.getException() != null) {
            throw new JdbcFailure(name, address).of(wanted.table(), answer.getException());
        }
        return true;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
