package io.goldsmith.connect.warehouse;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.warehouse.LoadOutcome;
import io.goldsmith.dmp.warehouse.LoadReport;
import io.goldsmith.dmp.warehouse.Warehouse;
import io.goldsmith.mdm.Hub;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** The load of the DMP's warehouse: on demand, and as the body of its scheduled route. One at a time. */
public final class WarehouseLoad implements AutoCloseable {

    /** The route that loads, wherever the message comes from. */
    public static final String ROUTE = "direct:load-warehouse";

    private static final String RUN = "load-dmp";

    private final Hub hub;
    private final Warehouse warehouse;
    private final Profiles profiles;
    private final StageProgress progress;
    private final ProducerTemplate camel;

    private WarehouseLoad(
            Hub hub, Warehouse warehouse, Profiles profiles, StageProgress progress, ProducerTemplate camel) {
        this.hub = hub;
        this.warehouse = warehouse;
        this.profiles = profiles;
        this.progress = progress;
        this.camel = camel;
    }

    /**
     * Opens the warehouse and adds its route to Camel.
     *
     * @throws Exception if Camel refuses the route
     */
    public static WarehouseLoad open(
            Hub hub, DmpSettings settings, Clock clock, StageProgress progress, CamelContext context) throws Exception {
        DmpSettings resolved = settings.resolvedAgainst(hub.configuration().folder());
        Profiles profiles = new Profiles(hub, resolved, clock);
        WarehouseLoad load = new WarehouseLoad(
                hub, Warehouse.open(resolved, clock), profiles, progress, context.createProducerTemplate());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(ROUTE)
                        .routeId("load-warehouse")
                        .process(exchange -> exchange.getMessage().setBody(load.loadNow()));
            }
        });
        return load;
    }

    /** Loads now, through the route, as a run of the hub. */
    public LoadReport load() {
        Exchange answer = camel.request(ROUTE, exchange -> {});
        if (answer.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (answer.getException() != null) {
            throw new ConnectException("The load of the warehouse failed", answer.getException());
        }
        return answer.getMessage().getBody(LoadReport.class);
    }

    private synchronized LoadReport loadNow() {
        long run = hub.runs().start(RUN).id();
        try {
            LoadReport report = warehouse.load(profiles.stream(progress));
            Map<String, Long> counts = Map.of("profiles", report.profilesWritten());
            if (report.outcome() == LoadOutcome.PUBLISHED) {
                hub.runs().done(run, counts);
            } else {
                hub.runs()
                        .failed(
                                run,
                                counts,
                                "The anonymous projection was not published (" + report.outcome()
                                        + "); see the privacy report of load " + report.load());
            }
            return report;
        } catch (RuntimeException failure) {
            hub.runs()
                    .failed(
                            run,
                            Map.of(),
                            "The load of the warehouse was stopped by "
                                    + failure.getClass().getSimpleName() + "; see the log");
            throw failure;
        }
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
