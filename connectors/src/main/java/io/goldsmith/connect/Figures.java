package io.goldsmith.connect;

import io.goldsmith.connect.capture.CaptureConnector;
import io.goldsmith.connect.health.Condition;
import io.goldsmith.connect.health.Meters;
import io.goldsmith.connect.health.SystemHealth;
import io.goldsmith.connect.health.Systems;
import io.goldsmith.connect.replicate.DeliveryLedger;
import io.goldsmith.connect.replicate.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The figures of connectors and targets. Labels are names of the configuration and states; values are asked when somebody looks. */
final class Figures {

    private static final Map<String, ToLongFunction<ExtractionCounts>> ROWS = Map.of(
            "landed", ExtractionCounts::landed,
            "unchanged", ExtractionCounts::unchanged,
            "stale", ExtractionCounts::stale,
            "quarantined", ExtractionCounts::quarantined,
            "unreadable", ExtractionCounts::unreadable,
            "suppressed", ExtractionCounts::suppressed);

    /** How long counts of the ledger are good: counting reads it all. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Map<String, Extraction> extractions;
    private final Map<String, CaptureConnector> captures;
    private final Systems systems;
    private final DeliveryLedger ledger;
    private final Clock clock;
    private Instant countedAt = Instant.EPOCH;
    private Map<String, Map<DeliveryState, Long>> counted = Map.of();

    Figures(
            Map<String, Extraction> extractions,
            Map<String, CaptureConnector> captures,
            Systems systems,
            DeliveryLedger ledger,
            Clock clock) {
        this.extractions = extractions;
        this.captures = captures;
        this.systems = systems;
        this.ledger = ledger;
        this.clock = clock;
    }

    void measure(Meters meters) {
        extractions.forEach((name, extraction) -> measure(meters, name, extraction));
        captures.forEach((name, capture) -> meters.gauge(
                "goldsmith.capture.retained.bytes",
                "How much of its log the server of a capture keeps for the hub",
                Map.of("connector", name),
                capture::retainedBytes));
        for (SystemHealth system : systems.conditions()) {
            breaker(meters, system.system(), "reading", SystemHealth::reached);
            system.targets()
                    .keySet()
                    .forEach(target -> breaker(
                            meters,
                            system.system(),
                            "writing " + target,
                            health -> health.targets().get(target)));
        }
        for (String target : ledger.counts().keySet()) {
            for (DeliveryState state : DeliveryState.values()) {
                meters.gauge(
                        "goldsmith.deliveries",
                        "Deliveries in the ledger; REFUSED and DEAD are dead letters",
                        Map.of("target", target, "state", state.name().toLowerCase(Locale.ROOT)),
                        () -> counts().getOrDefault(target, Map.of()).getOrDefault(state, 0L));
            }
        }
    }

    private void measure(Meters meters, String name, Extraction extraction) {
        Map<String, String> connector = Map.of("connector", name);
        ROWS.forEach((outcome, rows) -> meters.counter(
                "goldsmith.connector.rows",
                "Rows that were extracted, by what became of them",
                Map.of("connector", name, "outcome", outcome),
                () -> rows.applyAsLong(extraction.totals().counts())));
        meters.counter(
                "goldsmith.connector.extractions",
                "Extractions that read all that there was",
                Map.of("connector", name, "outcome", "done"),
                () -> extraction.totals().done());
        meters.counter(
                "goldsmith.connector.extractions",
                "Extractions that failed",
                Map.of("connector", name, "outcome", "failed"),
                () -> extraction.totals().failed());
        meters.counter(
                "goldsmith.connector.extraction.seconds",
                "How long all extractions took",
                connector,
                () -> extraction.totals().elapsed().toMillis() / 1_000.0);
        meters.gauge(
                "goldsmith.connector.lag.seconds",
                "How long ago the last extraction that read all that there was ended",
                connector,
                () -> extraction
                        .totals()
                        .lastDone()
                        .map(done -> Duration.between(done, clock.instant()).toMillis() / 1_000.0)
                        .orElse(Double.NaN));
    }

    private void breaker(Meters meters, String system, String way, Function<SystemHealth, Condition> of) {
        meters.gauge(
                "goldsmith.system.breaker",
                "Whether a system is asked: 0 closed, it is; 1 half open, once; 2 open, it rests",
                Map.of("system", system, "way", way),
                () -> find(system)
                        .map(of)
                        .map(condition ->
                                List.of(Condition.State.CLOSED, Condition.State.HALF_OPEN, Condition.State.OPEN)
                                                .indexOf(condition.state())
                                        * 1.0)
                        .orElse(Double.NaN));
    }

    private Optional<SystemHealth> find(String system) {
        return systems.conditions().stream()
                .filter(one -> one.system().equals(system))
                .findFirst();
    }

    private synchronized Map<String, Map<DeliveryState, Long>> counts() {
        Instant now = clock.instant();
        if (!now.isBefore(countedAt.plus(FRESH))) {
            counted = ledger.counts();
            countedAt = now;
        }
        return counted;
    }
}
