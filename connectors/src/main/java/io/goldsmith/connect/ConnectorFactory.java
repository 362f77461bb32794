package io.goldsmith.connect;

import io.goldsmith.connect.camel.CamelReader;
import io.goldsmith.connect.camel.RouteInlet;
import io.goldsmith.connect.capture.CaptureConnector;
import io.goldsmith.connect.file.FileConnector;
import io.goldsmith.connect.file.RemoteFileConnector;
import io.goldsmith.connect.http.HttpConnector;
import io.goldsmith.connect.http.HttpService;
import io.goldsmith.connect.jdbc.JdbcConnector;
import io.goldsmith.connect.jms.JmsReader;
import io.goldsmith.connect.kafka.KafkaReader;
import io.goldsmith.connect.message.MessageConnector;
import io.goldsmith.connect.message.MessageReader;
import io.goldsmith.connect.plugin.ConnectorKinds;
import io.goldsmith.connect.plugin.PluginConnector;
import io.goldsmith.connect.settings.CamelConnectorSettings;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.settings.JdbcConnectorSettings;
import io.goldsmith.connect.settings.JmsConnectorSettings;
import io.goldsmith.connect.settings.KafkaConnectorSettings;
import io.goldsmith.connect.settings.PluginConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.Positions;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.spi.Watermarks;
import io.goldsmith.mdm.Hub;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** Makes connectors of their settings, and keeps what has to be closed with them. */
final class ConnectorFactory implements AutoCloseable {

    private final Hub hub;
    private final CamelContext context;
    private final Waiting waiting;
    private final Clock clock;
    private final Watermarks watermarks;
    private final Positions positions;
    private final ConnectorKinds kinds;
    private final Map<String, HttpService> services = new LinkedHashMap<>();
    private final List<JdbcConnector> databases = new ArrayList<>();
    private final List<PluginConnector> plugins = new ArrayList<>();
    private final List<MessageConnector> senders = new ArrayList<>();
    private final Map<String, CaptureConnector> captures = new LinkedHashMap<>();
    private final Set<String> inlets = new LinkedHashSet<>();

    ConnectorFactory(Hub hub, CamelContext context, Waiting waiting, Clock clock) {
        this.hub = hub;
        this.context = context;
        this.waiting = waiting;
        this.clock = clock;
        this.watermarks = new Watermarks(hub.store());
        this.positions = new Positions(hub.store());
        this.kinds = ConnectorKinds.of(hub.configuration().folder());
    }

    /** The HTTP services so far, by connector. */
    Map<String, HttpService> services() {
        return services;
    }

    /** The captures so far, by connector. */
    Map<String, CaptureConnector> captures() {
        return captures;
    }

    /** @throws Exception if Camel refuses a route */
    Connector connector(String name, ConnectorSettings settings) throws Exception {
        Path hubFolder = hub.configuration().folder();
        if (settings instanceof JdbcConnectorSettings jdbc) {
            JdbcConnector connector = JdbcConnector.open(name, jdbc, hubFolder, watermarks, context, clock);
            databases.add(connector);
            return connector;
        }
        if (settings instanceof FileConnectorSettings file) {
            return file.inbox().isRemote()
                    ? new RemoteFileConnector(name, file, hubFolder, hub, waiting)
                    : FileConnector.open(name, file, hubFolder, hub, context);
        }
        if (settings instanceof PluginConnectorSettings plugin) {
            PluginConnector connector = PluginConnector.of(name, plugin, kinds, hubFolder, positions, clock);
            plugins.add(connector);
            return connector;
        }
        if (settings instanceof CaptureConnectorSettings capture) {
            CaptureConnector connector = new CaptureConnector(name, capture, hubFolder, positions, waiting, clock);
            captures.put(name, connector);
            return connector;
        }
        if (settings instanceof KafkaConnectorSettings kafka) {
            return sending(name, kafka, () -> KafkaReader.open(name, kafka, hubFolder));
        }
        if (settings instanceof JmsConnectorSettings jms) {
            return sending(name, jms, () -> JmsReader.open(name, jms));
        }
        if (settings instanceof CamelConnectorSettings camel) {
            CamelReader.requireComponents(name, camel, context);
            Map<String, RouteInlet> mine = inlets(name, camel);
            return sending(name, camel, () -> CamelReader.open(name, camel, mine, context));
        }
        HttpConnectorSettings http = (HttpConnectorSettings) settings;
        HttpService service = HttpService.open(name, http, context, waiting, clock);
        services.put(name, service);
        return new HttpConnector(name, http, hubFolder, service, watermarks, waiting, clock);
    }

    /** Where routes hand over, by stream. */
    private Map<String, RouteInlet> inlets(String connector, CamelConnectorSettings settings) throws Exception {
        Map<String, RouteInlet> made = new LinkedHashMap<>();
        for (StreamSettings stream : settings.streams()) {
            if (stream.from().equals(CamelConnectorSettings.ROUTES)) {
                RouteInlet inlet = new RouteInlet(connector, stream.name(), waiting);
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        errorHandler(noErrorHandler());
                        from(inlet.address())
                                .routeId("land-" + connector + "-" + stream.name())
                                .process(inlet);
                    }
                });
                made.put(stream.name(), inlet);
                inlets.add(inlet.address());
            }
        }
        return made;
    }

    /** The endpoints so far that routes may send to. */
    Set<String> inlets() {
        return inlets;
    }

    private Connector sending(String name, ConnectorSettings settings, Supplier<MessageReader> opening) {
        MessageConnector connector =
                new MessageConnector(name, settings, hub.configuration().folder(), opening, waiting, clock);
        senders.add(connector);
        return connector;
    }

    @Override
    public void close() {
        senders.forEach(MessageConnector::close);
        captures.values().forEach(CaptureConnector::close);
        databases.forEach(JdbcConnector::close);
        plugins.forEach(PluginConnector::close);
        kinds.close();
    }
}
