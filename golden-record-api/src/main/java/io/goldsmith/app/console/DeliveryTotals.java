package io.goldsmith.app.console;

import io.goldsmith.connect.replicate.DeliveryState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the deliveries to the target systems stand.
 *
 * @param targets one entry per target, by name
 */
record DeliveryTotals(List<Target> targets) {

    /**
     * One target system.
     *
     * @param delivered deliveries that it has acknowledged, some but for what it changed itself
     * @param underway deliveries that wait to be sent or answered, or for a steward
     * @param deadLetters deliveries that it refused or whose attempts are used up
     */
    record Target(String name, long delivered, long underway, long deadLetters) {}

    static DeliveryTotals of(Map<String, Map<DeliveryState, Long>> counts) {
        return new DeliveryTotals(counts.entrySet().stream()
                .map(target -> of(target.getKey(), target.getValue()))
                .sorted(Comparator.comparing(Target::name))
                .toList());
    }

    private static Target of(String name, Map<DeliveryState, Long> counts) {
        return new Target(
                name,
                in(counts, DeliveryState.ACKNOWLEDGED) + in(counts, DeliveryState.KEPT),
                in(counts, DeliveryState.PENDING) + in(counts, DeliveryState.SENT) + in(counts, DeliveryState.CONFLICT),
                in(counts, DeliveryState.REFUSED) + in(counts, DeliveryState.DEAD));
    }

    private static long in(Map<DeliveryState, Long> counts, DeliveryState state) {
        return counts.getOrDefault(state, 0L);
    }

    public long deadLetters() {
        return targets.stream().mapToLong(Target::deadLetters).sum();
    }

    public long delivered() {
        return targets.stream().mapToLong(Target::delivered).sum();
    }
}
