package io.goldsmith.connect;

import io.goldsmith.connect.camel.RouteFiles;
import io.goldsmith.connect.health.Breaker;
import io.goldsmith.connect.health.Meters;
import io.goldsmith.connect.health.SystemHealth;
import io.goldsmith.connect.health.Systems;
import io.goldsmith.connect.push.PushConnector;
import io.goldsmith.connect.replicate.DeliveryFilter;
import io.goldsmith.connect.replicate.DeliveryLedger;
import io.goldsmith.connect.replicate.ReconciliationReport;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import io.goldsmith.connect.replicate.Replication;
import io.goldsmith.connect.replicate.ReplicationBuilder;
import io.goldsmith.connect.scale.ScaleOut;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.PushConnectorSettings;
import io.goldsmith.connect.settings.ReplicationSettings;
import io.goldsmith.connect.settings.ScaleOutSettings;
import io.goldsmith.connect.settings.Schedule;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.Landing;
import io.goldsmith.connect.spi.OwnLanding;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.turn.Turns;
import io.goldsmith.connect.warehouse.WarehouseLoad;
import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.warehouse.LoadReport;
import io.goldsmith.dmp.warehouse.Warehouse;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.resolution.ResolutionSummary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Everything of a hub that crosses its border: extraction, replication, and the load of the DMP's warehouse. Thread-safe. */
public final class Connectors implements AutoCloseable {

    /** How many connectors are extracted at once. */
    private static final int AT_ONCE = 2;

    private static final long SHUTDOWN_SECONDS = 10;

    private final ConnectorsSettings settings;
    private final Path folder;
    private final Clock clock;
    private final CamelContext camel;
    private final ProducerTemplate template;
    private final Waiting waiting;
    private final Systems systems;
    private final Turns turns;
    private final Optional<ScaleOut> scaleOut;
    private final ConnectorFactory factory;
    private final Map<String, Extraction> extractions;
    private final Map<String, PushConnector> pushes = new LinkedHashMap<>();
    private final Replication replication;
    private final Settlement settlement;
    private final Alarms alarms;
    private final Optional<WarehouseLoad> warehouse;
    private final Optional<Schedule> warehouseSchedule;
    private boolean started;

    private Connectors(
            Hub hub,
            ConnectorsSettings settings,
            ReplicationSettings targets,
            Optional<ScaleOutSettings> sharing,
            Clock clock,
            StageProgress progress,
            CamelContext camel)
            throws Exception {
        this.settings = settings;
        this.folder = hub.configuration().folder();
        this.clock = clock;
        this.camel = camel;
        this.template = camel.createProducerTemplate();
        this.waiting = new Waiting();
        this.systems = new Systems(clock, RandomGenerator.getDefault());
        this.turns = new Turns(hub.store(), hub.configuration().database().isShared());
        this.scaleOut = sharing.map(ScaleOutSettings::kafka)
                .map(kafka -> new ScaleOut(
                        hub, kafka, systems.add(ScaleOut.SYSTEM, kafka.breaker(), kafka.alertAfter()), turns));
        Landing landing = scaleOut.map(ScaleOut::landing).orElseGet(() -> new OwnLanding(hub));
        this.factory = new ConnectorFactory(hub, camel, waiting, clock);
        Map<String, Connector> reading = new LinkedHashMap<>();
        Map<String, Extraction> made = new LinkedHashMap<>();
        for (Map.Entry<String, ConnectorSettings> one : settings.connectors().entrySet()) {
            if (one.getValue() instanceof PushConnectorSettings pushed) {
                Runnable wake = () -> template.asyncSendBody(Schedules.SETTLE_NOW, "");
                pushes.put(one.getKey(), new PushConnector(hub, one.getKey(), pushed, wake));
                continue;
            }
            Connector connector = factory.connector(one.getKey(), one.getValue());
            reading.put(one.getKey(), connector);
            Breaker breaker = systems.add(
                    one.getKey(), one.getValue().breaker(), one.getValue().alertAfter());
            made.put(
                    one.getKey(),
                    new Extraction(
                            hub, connector, breaker, turns.of("extract " + one.getKey()), clock, progress, landing));
        }
        this.extractions = made;
        this.replication = new ReplicationBuilder(
                        hub, settings, reading, factory.services(), camel, systems, turns, scaleOut, waiting)
                .build(targets);
        this.alarms = new Alarms(hub, systems, replication.ledger());
        this.settlement = new Settlement(hub, replication, progress);
        Optional<DmpSettings> dmp = hub.configuration().section(DmpSettings.class);
        this.warehouse = dmp.isPresent()
                ? Optional.of(WarehouseLoad.open(hub, dmp.get(), clock, progress, camel))
                : Optional.empty();
        this.warehouseSchedule =
                dmp.map(DmpSettings::schedule).filter(text -> !text.isBlank()).map(Schedule::parse);
    }

    /** Opens the connectors of a hub; nothing runs by itself until {@link #start()}. */
    public static Connectors open(Hub hub, Clock clock) {
        return open(hub, clock, StageProgress.NONE);
    }

    /**
     * Opens the connectors of a hub and tells how far long work is.
     *
     * @throws io.goldsmith.matching.settings.SettingsException naming every setting that does not fit another
     * @throws ConnectException if the routes cannot be started
     */
    public static Connectors open(Hub hub, Clock clock, StageProgress progress) {
        HubConfiguration configuration = hub.configuration();
        ConnectorConfiguration checked = ConnectorConfiguration.of(configuration);
        hub.store().migrate("connectors", "io/goldsmith/connect/migration");
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        try {
            Connectors opened = new Connectors(
                    hub, checked.connectors(), checked.targets(), checked.scaleOut(), clock, progress, camel);
            camel.start();
            return opened;
        } catch (RuntimeException failure) {
            camel.stop();
            throw failure;
        } catch (Exception failure) {
            camel.stop();
            throw new ConnectException("The connectors' routes cannot be started", failure);
        }
    }

    /** The connector of a name, if its system sends by itself. */
    public Optional<PushConnector> push(String connector) {
        return Optional.ofNullable(pushes.get(connector));
    }

    /** The names of the connectors that read, in the order of the configuration. */
    public List<String> names() {
        return List.copyOf(extractions.keySet());
    }

    /**
     * Extracts what is new in one connector's system and resolves it. A system that cannot be reached does not throw: the report says so.
     *
     * @throws ConnectException if there is no connector of that name; the message names those that there are
     */
    public LoadSummary extract(String connector) {
        Instant begun = clock.instant();
        return settled(List.of(land(connector)), begun, "load of " + connector);
    }

    /**
     * Extracts what is new in one connector's system and leaves it to be resolved with the next {@link #settle}. A system that cannot be reached
     * does not throw: the report says so.
     *
     * @throws ConnectException if there is no connector of that name; the message names those that there are
     */
    public ExtractionReport land(String connector) {
        if (pushes.containsKey(connector)) {
            throw new ConnectException("Connector " + connector
                    + " is of kind push: its system sends by itself, and nothing is extracted");
        }
        Extraction extraction = extractions.get(connector);
        if (extraction == null) {
            throw new ConnectException("There is no connector '" + connector + "'; those of goldsmith.yaml are "
                    + String.join(", ", extractions.keySet()));
        }
        return extraction.extract();
    }

    /** Extracts all connectors, at most two at once, then resolves. One that fails does not stop the others. */
    public LoadSummary extractAll() {
        Instant begun = clock.instant();
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<ExtractionReport>> running = new ArrayList<>();
            extractions.values().forEach(extraction -> running.add(executor.submit(extraction::extract)));
            List<ExtractionReport> reports = new ArrayList<>();
            for (Future<ExtractionReport> report : running) {
                reports.add(report.get());
            }
            return settled(reports, begun, "load of " + String.join(", ", extractions.keySet()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while extracting", interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new ConnectException("An extraction failed", failure.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private LoadSummary settled(List<ExtractionReport> reports, Instant begun, String cause) {
        Instant extracted = clock.instant();
        ResolutionSummary resolution = settlement.settle(cause);
        return new LoadSummary(
                reports, Duration.between(begun, extracted), resolution, Duration.between(extracted, clock.instant()));
    }

    /** Resolves what is pending, evaluates golden records that are due, gives change events their positions, and replicates what is due. */
    public ResolutionSummary settle(String cause) {
        return settlement.settle(cause);
    }

    /**
     * Lets replication start after what has happened so far: nothing of it is sent. Targets that have started already stay where they
     * are.
     */
    public void startReplicationFromHere() {
        replication.startFromHere();
    }

    /** The names of the replication targets, in the order of the configuration. */
    public List<String> targets() {
        return replication.targets();
    }

    /**
     * Compares a replication target with the hub, and repairs what drifted if that is asked for.
     *
     * @param progress told how far it is
     * @throws ConnectException if there is no such target, its system cannot be read, or a repair is asked for before replication has
     *     started
     * @throws io.goldsmith.mdm.run.RunInProgressException if it is being reconciled already
     */
    public ReconciliationReport reconcile(String target, ReconciliationRequest request, StageProgress progress) {
        return replication.reconcile(target, request, progress, settlement::settle);
    }

    /** Starts the schedules: extraction, resolution and evaluation, escalation, replication and the warehouse load. */
    public synchronized void start() {
        if (started) {
            return;
        }
        Map<String, Schedule> schedules = settings.connectors().entrySet().stream()
                .filter(one -> one.getValue().schedule().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().schedule().orElseThrow()));
        try {
            new RouteFiles(folder).load(camel, factory.inlets());
            camel.addRoutes(new Schedules(
                    schedules, extractions, pushes.values(), settlement, replication, alarms, warehouseSchedule));
        } catch (ConnectException told) {
            throw told;
        } catch (Exception failure) {
            throw new ConnectException("The schedules cannot be started; check the cron expressions", failure);
        }
        settlement.tell(target -> template.sendBody(Schedules.wake(target), ""));
        scaleOut.ifPresent(sharing -> {
            sharing.wake(target -> template.asyncSendBody(Schedules.wake(target), ""));
            sharing.joinLanding();
        });
        started = true;
    }

    /**
     * Loads the DMP's warehouse now.
     *
     * @throws ConnectException if the hub has no {@code dmp} section
     */
    public LoadReport loadWarehouse() {
        return warehouse
                .orElseThrow(
                        () -> new ConnectException("The hub has no warehouse: add the section dmp to goldsmith.yaml"))
                .load();
    }

    /** The DMP's warehouse, empty if the hub has no {@code dmp} section. */
    public Optional<Warehouse> warehouse() {
        return warehouse.map(WarehouseLoad::warehouse);
    }

    /** How the outside systems are that connectors read and targets write, as far as this process knows, in the order of the configuration. */
    public List<SystemHealth> health() {
        return systems.conditions();
    }

    /** Opens, renews and closes the stewardship tasks about outside systems; started, it does so by itself. */
    public void watch() {
        alarms.watch();
    }

    /** Hands over the figures of connectors and targets, to be asked for as long as this is open. */
    public void measure(Meters meters) {
        new Figures(extractions, factory.captures(), systems, replication.ledger(), clock).measure(meters);
        scaleOut.ifPresent(sharing -> sharing.measure(meters));
    }

    /** What was delivered to which target. */
    public DeliveryLedger ledger() {
        return replication.ledger();
    }

    /**
     * Sends a target's dead letters again.
     *
     * @return how many wait to be sent again
     * @throws ConnectException if there is no target of that name
     */
    public int replay(String target) {
        return replication.replay(target);
    }

    /**
     * Sends the dead letters of a target again that a filter means; the order of each customer's changes is kept.
     *
     * @return how many wait to be sent again
     * @throws ConnectException if there is no target of that name, or the filter means more than dead letters
     */
    public int replay(String target, DeliveryFilter filter) {
        return replication.replay(target, filter);
    }

    /**
     * Sends one dead letter again.
     *
     * @return false if it is not a dead letter, or a newer delivery took its place
     */
    public boolean replay(long deliveryId) {
        return replication.replay(deliveryId);
    }

    /** Stops the schedules, waits for what is on its way, and closes the warehouse; the hub stays open. */
    @Override
    public void close() {
        waiting.close();
        try {
            camel.stop();
        } finally {
            pushes.values().forEach(PushConnector::close);
            factory.close();
            replication.close();
            scaleOut.ifPresent(ScaleOut::close);
            turns.close();
            warehouse.ifPresent(WarehouseLoad::close);
        }
    }
}
