package io.goldsmith.connect.replicate;

import io.goldsmith.connect.file.ReturnsKeys;
import io.goldsmith.connect.health.Systems;
import io.goldsmith.connect.http.HttpService;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.scale.ScaleOut;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.CreateSettings;
import io.goldsmith.connect.settings.FileTargetSettings;
import io.goldsmith.connect.settings.ReplicationSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.settings.TargetSettings;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.turn.Turns;
import io.goldsmith.mdm.Hub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the replication from settings that were checked: targets, their routes, and what they read backwards. */
public final class ReplicationBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicationBuilder.class);

    private final Hub hub;
    private final ConnectorsSettings connectors;
    private final Map<String, Connector> reading;
    private final TargetFactory factory;
    private final Systems systems;
    private final Turns turns;
    private final Optional<ScaleOut> scaleOut;
    private final Waiting waiting;

    /**
     * @param reading the connectors by name
     * @param services the HTTP services by connector
     * @param systems has a system for each connector
     * @param turns those of this node
     * @param scaleOut how nodes share the work; empty: they take turns
     */
    public ReplicationBuilder(
            Hub hub,
            ConnectorsSettings connectors,
            Map<String, Connector> reading,
            Map<String, HttpService> services,
            CamelContext context,
            Systems systems,
            Turns turns,
            Optional<ScaleOut> scaleOut,
            Waiting waiting) {
        this.scaleOut = scaleOut;
        this.hub = hub;
        this.connectors = connectors;
        this.reading = Map.copyOf(reading);
        this.factory = new TargetFactory(hub, Map.copyOf(services), context);
        this.systems = systems;
        this.turns = turns;
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
        return new Replication(hub, rows, replicators, reconciliations, factory.tables());
    }

    private void add(
            String name,
            TargetSettings settings,
            DeliveryRows rows,
            Map<String, Replicator> replicators,
            Map<String, Reconciliation> reconciliations)
            throws Exception {
        settings.attributes().stream()
                .filter(settings.masters()::contains)
                .forEach(attribute -> LOG.warn(
                        "Target {} is to get {} and masters it: it is never written there; take it out of attributes"
                                + " or out of masters",
                        name,
                        attribute));
        String connector = settings.mapping().split("/", 2)[0];
        ConnectorSettings read = connectors.connectors().get(connector);
        StreamSettings stream = read.streams().stream()
                .filter(one -> one.name().equals(settings.mapping().split("/", 2)[1]))
                .findFirst()
                .orElseThrow();
        RecordMapping mapping = (RecordMapping)
                StreamMapping.of(settings.source(), stream, hub.configuration().folder());
        GoldenState state =
                new GoldenState(hub.configuration().entityModel(), hub.matching(), mapping, settings.written());
        Target target =
                factory.target(name, settings, new TargetFactory.Reading(connector, read, stream, mapping), state);
        RecordUpdates updates = new RecordUpdates(state, new RecordRoles(hub, settings));
        Replicator replicator = new Replicator(
                name,
                settings.source(),
                hub,
                updates,
                target,
                rows,
                settings.create(),
                new RetryPolicy(settings.retryPolicy(), RandomGenerator.getDefault()),
                systems.addTarget(connector, name),
                turns.of("replicate to " + name),
                scaleOut.filter(shared -> target.isDivisible()),
                waiting);
        if (settings instanceof FileTargetSettings && settings.create().when() != CreateSettings.When.NEVER) {
            settings.create()
                    .ourKey()
                    .ifPresent(column -> ((ReturnsKeys) reading.get(connector))
                            .tellKeys(stream.name(), column, replicator::returned));
        }
        replicators.put(name, replicator);
        reconciliations.put(
                name,
                new Reconciliation(
                        hub,
                        name,
                        settings.source(),
                        reading.get(connector),
                        stream.name(),
                        updates,
                        rows,
                        target,
                        replicator));
    }
}
