package io.goldsmith.connect.replicate;

import io.goldsmith.connect.http.HttpService;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.FileTargetSettings;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import io.goldsmith.connect.settings.ReplicationSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.settings.TargetSettings;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.mdm.Hub;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;

/** Builds the replication from settings that were checked: targets, their routes, and what they read backwards. */
public final class ReplicationBuilder {

    private final Hub hub;
    private final ConnectorsSettings connectors;
    private final Map<String, Connector> reading;
    private final Map<String, HttpService> services;
    private final CamelContext context;
    private final Waiting waiting;

    /**
     * @param reading the connectors by name
     * @param services the HTTP services by connector
     */
    public ReplicationBuilder(
            Hub hub,
            ConnectorsSettings connectors,
            Map<String, Connector> reading,
            Map<String, HttpService> services,
            CamelContext context,
            Waiting waiting) {
        this.hub = hub;
        this.connectors = connectors;
        this.reading = Map.copyOf(reading);
        this.services = Map.copyOf(services);
        this.context = context;
        this.waiting = waiting;
    }

    /**
     * The replication, its routes added to Camel.
     *
     * @throws Exception if Camel refuses a route
     */
    public Replication build(ReplicationSettings settings) throws Exception {
        DeliveryRows rows = new DeliveryRows(hub.store());
        hub.privacy().erasesFrom(ErasedDeliveries.of(settings));
        Map<String, Replicator> replicators = new LinkedHashMap<>();
        Map<String, Reconciliation> reconciliations = new LinkedHashMap<>();
        for (Map.Entry<String, TargetSettings> target : settings.targets().entrySet()) {
            add(target.getKey(), target.getValue(), rows, replicators, reconciliations);
        }
        return new Replication(hub, rows, replicators, reconciliations);
    }

    private void add(
            String name,
            TargetSettings settings,
            DeliveryRows rows,
            Map<String, Replicator> replicators,
            Map<String, Reconciliation> reconciliations)
            throws Exception {
        String connector = settings.mapping().split("/", 2)[0];
        ConnectorSettings read = connectors.connectors().get(connector);
        StreamSettings stream = read.streams().stream()
                .filter(one -> one.name().equals(settings.mapping().split("/", 2)[1]))
                .findFirst()
                .orElseThrow();
        RecordMapping mapping = (RecordMapping)
                StreamMapping.of(settings.source(), stream, hub.configuration().folder());
        GoldenState state =
                new GoldenState(hub.configuration().entityModel(), hub.matching(), mapping, settings.attributes());
        Target target = settings instanceof FileTargetSettings file
                ? fileTarget(name, file, (FileConnectorSettings) read, mapping.keyColumn())
                : httpTarget(
                        connector,
                        (HttpConnectorSettings) read,
                        stream,
                        mapping,
                        new ConflictCheck(settings.onConflict(), state));
        Replicator replicator = new Replicator(
                name,
                settings.source(),
                hub,
                state,
                target,
                rows,
                new RetryPolicy(settings.retryPolicy(), RandomGenerator.getDefault()),
                waiting);
        replicators.put(name, replicator);
        reconciliations.put(
                name,
                new Reconciliation(
                        hub,
                        name,
                        settings.source(),
                        reading.get(connector),
                        stream.name(),
                        state,
                        rows,
                        target,
                        replicator));
    }

    private Target fileTarget(String name, FileTargetSettings settings, FileConnectorSettings reading, String keyColumn)
            throws Exception {
        char separator = reading.separator().charAt(0);
        Acknowledgements acknowledgements = new Acknowledgements(new Acknowledgements.Format(
                settings.messageColumn(),
                settings.statusColumn(),
                settings.reasonColumn(),
                settings.accepted(),
                reading.charset(),
                separator));
        Path folder = hub.configuration().folder().resolve(settings.folder()).normalize();
        Path answers = hub.configuration()
                .folder()
                .resolve(settings.acknowledgements())
                .normalize();
        context.addRoutes(new FileTargetRoutes(name, folder, answers, settings.prefix(), acknowledgements));
        FileTarget.Format format = new FileTarget.Format(
                folder, settings.prefix(), settings.messageColumn(), keyColumn, reading.charset(), separator);
        return new FileTarget(name, format, acknowledgements, context.createProducerTemplate());
    }

    private Target httpTarget(
            String connector,
            HttpConnectorSettings reading,
            StreamSettings stream,
            RecordMapping mapping,
            ConflictCheck conflicts) {
        return new HttpTarget(services.get(connector), stream.from(), reading.timeout(), mapping, conflicts);
    }
}
