package io.goldsmith.connect.plugin;

import io.goldsmith.connect.settings.PluginConnectorSettings;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.Positions;
import io.goldsmith.connect.spi.RecordReading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads a system through a third party's kind of connector. */
public final class PluginConnector implements Connector, AutoCloseable {

    private final String name;
    private final Optional<String> fullExtractOf;
    private final PluginSource source;
    private final List<PluginStream> streams;
    private final Clock clock;

    private PluginConnector(
            String name, Optional<String> fullExtractOf, PluginSource source, List<PluginStream> streams, Clock clock) {
        this.name = name;
        this.fullExtractOf = fullExtractOf;
        this.source = source;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * The connector of a name. The system is reached at the first extraction, not here.
     *
     * @param kinds stay open as long as the connector
     * @throws io.goldsmith.connect.ConnectException if there is no such kind
     */
    public static PluginConnector of(
            String name,
            PluginConnectorSettings settings,
            ConnectorKinds kinds,
            Path hubFolder,
            Positions positions,
            Clock clock) {
        return new PluginConnector(
                name,
                settings.fullExtract() ? Optional.of(settings.source()) : Optional.empty(),
                PluginSource.of(kinds, name, settings, hubFolder),
                settings.streams().stream()
                        .map(stream -> new PluginStream(name, settings.source(), stream, hubFolder, positions))
                        .toList(),
                clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void extract(ExtractionRun run) {
        fullExtractOf.ifPresent(run::beginFullExtract);
        streams.forEach(stream -> stream.land(source, run));
        if (run.isFullExtract()) {
            run.endFullExtract();
        }
    }

    @Override
    public synchronized boolean read(String stream, RecordReading reading) {
        PluginStream wanted = streams.stream()
                .filter(one -> one.name().equals(stream))
                .findFirst()
                .orElseThrow();
        wanted.read(source, clock.instant(), reading);
        return true;
    }

    @Override
    public synchronized void close() {
        source.close();
    }
}
