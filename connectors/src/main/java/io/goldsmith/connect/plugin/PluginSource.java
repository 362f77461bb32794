package io.goldsmith.connect.plugin;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.PluginConnectorSettings;
import io.goldsmith.connect.spi.KindOption;
import io.goldsmith.connect.spi.RowSource;
import io.goldsmith.connect.spi.SourceOptions;
import io.goldsmith.connect.spi.StreamQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A system behind a kind of connector: opened when it is first read, anew after a failure. Whatever a kind throws leaves here as a {@link ConnectException} without
 * values. Not thread-safe.
 */
final class PluginSource implements AutoCloseable {

    private final InstalledKind installed;
    private final SourceOptions options;
    private Optional<RowSource> opened = Optional.empty();

    private PluginSource(InstalledKind installed, SourceOptions options) {
        this.installed = installed;
        this.options = options;
    }

    /**
     * The source of a connector; nothing is opened yet.
     *
     * @throws ConnectException if there is no such kind
     */
    static PluginSource of(ConnectorKinds kinds, String connector, PluginConnectorSettings settings, Path hubFolder) {
        InstalledKind installed = kinds.find(settings.plugin())
                .orElseThrow(() -> new ConnectException("Connector " + connector + ": there is no kind "
                        + settings.plugin() + "; put its jar into the folder " + ConnectorKinds.FOLDER
                        + " of the hub"));
        Map<String, String> texts = new HashMap<>();
        for (KindOption option : installed.kind().options()) {
            Optional.ofNullable(settings.options().get(option.name()))
                    .or(option::defaultText)
                    .ifPresent(text -> texts.put(option.name(), text));
        }
        return new PluginSource(installed, new SourceOptions(connector, hubFolder, texts));
    }

    /**
     * Reads a stream into the hub.
     *
     * @throws ConnectException if the system cannot be reached or read
     * @throws RuntimeException what failed in the hub, if something did
     */
    void read(StreamQuery query, HubSink sink) {
        Optional<ConnectException> failure = attempt(query, sink);
        if (failure.isPresent() || sink.failure().isPresent()) {
            close();
        }
        sink.failure().ifPresent(ofTheHub -> {
            throw ofTheHub;
        });
        failure.ifPresent(ofTheKind -> {
            throw ofTheKind;
        });
    }

    /** Libraries look for their parts with the class loader of the thread. */
    private Optional<ConnectException> attempt(StreamQuery query, HubSink sink) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(installed.loader());
        try {
            if (opened.isEmpty()) {
                opened = Optional.of(installed.kind().open(options));
            }
            opened.get().read(query, sink);
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(new ConnectException(place(query) + unreadable.getMessage(), unreadable));
        } catch (RuntimeException | LinkageError unexpected) {
            // What such a message says is not known: it may hold values.
            return Optional.of(new ConnectException(
                    place(query) + "the kind " + installed.kind().name() + " of " + installed.place() + " failed with "
                            + unexpected.getClass().getSimpleName() + "; tell who made it",
                    unexpected));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String place(StreamQuery query) {
        return "Connector " + options.connector() + ", stream " + query.stream() + ": ";
    }

    @Override
    public void close() {
        opened.ifPresent(RowSource::close);
        opened = Optional.empty();
    }
}
