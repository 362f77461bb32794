package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.Hub;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The dead letters of one pass; told as a failed run, so that nobody has to look for them. */
final class DeadLetters {

    private static final int MOST_REASONS = 3;

    private final Hub hub;
    private final String target;
    private final Set<String> reasons = new TreeSet<>();
    private long count;

    DeadLetters(Hub hub, String target) {
        this.hub = hub;
        this.target = target;
    }

    void add(String reason) {
        count++;
        if (reasons.size() < MOST_REASONS) {
            reasons.add(reason);
        }
    }

    void tell() {
        if (count > 0) {
            long run = hub.runs().start(Planner.consumer(target)).id();
            hub.runs()
                    .failed(
                            run,
                            Map.of("failed-deliveries", count),
                            "FAILED_DELIVERY: " + count + " deliveries to " + target + " wait as dead letters ("
                                    + String.join("; ", reasons) + "); replay them when the cause is mended");
        }
    }
}
