package io.goldsmith.connect.health;

import io.goldsmith.connect.settings.BreakerSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The breakers of all outside systems, each named as the connector that reads it. Thread-safe. */
public final class Systems {

    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Watched> systems = new LinkedHashMap<>();

    public Systems(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    private record Watched(
            BreakerSettings settings, Duration alertAfter, Breaker breaker, Map<String, Breaker> targets) {}

    /**
     * Adds a system.
     *
     * @param alertAfter how long it may fail before a person is told
     * @return its breaker
     */
    public synchronized Breaker add(String system, BreakerSettings settings, Duration alertAfter) {
        Breaker breaker = new Breaker(system, settings, clock, random);
        systems.put(system, new Watched(settings, alertAfter, breaker, new LinkedHashMap<>()));
        return breaker;
    }

    /**
     * Adds a target that writes a system.
     *
     * @param system one that was added
     */
    public synchronized TargetHealth addTarget(String system, String target) {
        Watched watched = systems.get(system);
        Breaker writing = new Breaker(system + "/" + target, watched.settings, clock, random);
        watched.targets.put(target, writing);
        return new TargetHealth(watched.breaker, writing);
    }

    /** How each system is, in the order of the configuration. */
    public synchronized List<SystemHealth> conditions() {
        List<SystemHealth> conditions = new ArrayList<>();
        systems.forEach((name, watched) -> {
            Map<String, Condition> targets = new LinkedHashMap<>();
            watched.targets.forEach((target, breaker) -> targets.put(target, breaker.condition()));
            conditions.add(new SystemHealth(name, watched.alertAfter, watched.breaker.condition(), targets));
        });
        return conditions;
    }
}
