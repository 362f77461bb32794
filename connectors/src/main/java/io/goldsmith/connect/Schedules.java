package io.goldsmith.connect;

import io.goldsmith.connect.push.PushConnector;
import io.goldsmith.connect.replicate.Replication;
import io.goldsmith.connect.settings.Schedule;
import io.goldsmith.connect.warehouse.WarehouseLoad;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.LoggingLevel;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** The routes that run by themselves: a timer or a cron expression, then what it starts. Each route has one thread. */
final class Schedules extends RouteBuilder {

    /** How often pending records are looked for, and a target's answers and retries, in milliseconds. */
    private static final long SETTLE = 1_000;

    private static final long REPLICATE = 250;

    /** How soon after a moment of silence the next one is listened to, in milliseconds. */
    private static final long LISTEN = 100;

    /** Landing does not wait for resolution: what comes while it goes on makes one more. */
    private static final String WAKE_SETTLEMENT = "seda:settle-messages?size=1&discardWhenFull=true";

    /** How often overdue tasks are looked for, in milliseconds; they fall due by days. */
    private static final long ESCALATE = 60_000;

    /** The endpoint that lets pushed records be resolved at once; what comes meanwhile is one message. */
    static final String SETTLE_NOW = "seda:settle-now?size=1&discardWhenFull=true";

    /** How often outside systems are looked at that may need a person, in milliseconds. */
    private static final long WATCH = 10_000;

    /** How often pushes are tidied up after, in milliseconds. */
    private static final long TIDY = 10_000;

    /** When the quality of the data is assessed: at half past two in the morning, for scores of each day. */
    private static final Schedule ASSESS = Schedule.parse("0 30 2 * * ?");

    private final Map<String, Schedule> extractions;
    private final Map<String, Extraction> connectors;
    private final Collection<PushConnector> pushes;
    private final Settlement settlement;
    private final Replication replication;
    private final Alarms alarms;
    private final Optional<Schedule> warehouse;

    Schedules(
            Map<String, Schedule> extractions,
            Map<String, Extraction> connectors,
            Collection<PushConnector> pushes,
            Settlement settlement,
            Replication replication,
            Alarms alarms,
            Optional<Schedule> warehouse) {
        this.extractions = extractions;
        this.connectors = connectors;
        this.pushes = List.copyOf(pushes);
        this.settlement = settlement;
        this.replication = replication;
        this.alarms = alarms;
        this.warehouse = warehouse;
    }

    /** The endpoint that wakes a target. */
    static String wake(String target) {
        return "seda:wake-" + target + "?size=1&discardWhenFull=true";
    }

    @Override
    public void configure() {
        // What fails is told by its run; the next tick tries again.
        onException(Exception.class)
                .handled(true)
                .log(
                        LoggingLevel.WARN,
                        "Route ${routeId} was stopped by ${exception.class.simpleName}; it runs again at its next tick");
        extractions.forEach((name, schedule) -> {
            if (schedule.isContinuous()) {
                ProducerTemplate waking = getContext().createProducerTemplate();
                from("timer:listen-" + name + "?period=" + LISTEN)
                        .routeId("listen-" + name)
                        .process(exchange -> connectors.get(name).listen(() -> waking.sendBody(WAKE_SETTLEMENT, "")));
            } else {
                from(trigger("poll-" + name, schedule)).routeId("poll-" + name).process(exchange -> poll(name));
            }
        });
        from(WAKE_SETTLEMENT).routeId("settle-messages").process(exchange -> settlement.settle("messages"));
        from("timer:settle?period=" + SETTLE)
                .routeId("settle")
                .process(exchange -> settlement.settle("pending records"));
        from(SETTLE_NOW).routeId("settle-now").process(exchange -> settlement.settle("pushed records"));
        if (!pushes.isEmpty()) {
            from("timer:tidy?period=" + TIDY).routeId("tidy").process(exchange -> pushes.forEach(PushConnector::tidy));
        }
        from("timer:escalate?period=" + ESCALATE).routeId("escalate").process(exchange -> settlement.escalate());
        from("timer:watch?period=" + WATCH).routeId("watch").process(exchange -> alarms.watch());
        from(trigger("assess", ASSESS)).routeId("assess").process(exchange -> settlement.assess());
        for (String target : replication.targets()) {
            from(wake(target) + "&concurrentConsumers=" + replication.threads(target))
                    .routeId("replicate-" + target)
                    .process(exchange -> replication.pass(target));
            from("timer:" + target + "?period=" + REPLICATE)
                    .routeId("retry-" + target)
                    .to(wake(target));
        }
        warehouse.ifPresent(schedule -> from(trigger("schedule-warehouse", schedule))
                .routeId("schedule-warehouse")
                .to(WarehouseLoad.ROUTE));
    }

    private void poll(String name) {
        if (connectors.get(name).poll().counts().isNews()) {
            settlement.settle("load of " + name);
        }
    }

    private static String trigger(String name, Schedule schedule) {
        return schedule.cron()
                .map(cron -> "quartz:" + name + "?stateful=true&cron=" + cron.replace(' ', '+'))
                .orElseGet(() -> "timer:" + name + "?period="
                        + schedule.period().orElseThrow().toMillis());
    }
}
