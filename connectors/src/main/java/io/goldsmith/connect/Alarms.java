package io.goldsmith.connect;

import io.goldsmith.connect.health.SystemHealth;
import io.goldsmith.connect.health.Systems;
import io.goldsmith.connect.replicate.Delivered;
import io.goldsmith.connect.replicate.DeliveryFilter;
import io.goldsmith.connect.replicate.DeliveryLedger;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskOpening;
import io.goldsmith.mdm.stewardship.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stewardship tasks about outside systems: one for each that has failed for long or has dead letters. A task is renewed when what it says changes, and closes
 * by itself when it is over.
 */
final class Alarms {

    /** Above a customer who may be missing in a target: this is about all of them. */
    private static final int PRIORITY = 80;

    /** What stands for the customer of a task that is about none. */
    private static final GoldenId NO_CUSTOMER = new GoldenId(0);

    private final Hub hub;
    private final Systems systems;
    private final DeliveryLedger ledger;
    private final TaskOpening tasks;
    private final Map<String, String> told = new HashMap<>();

    Alarms(Hub hub, Systems systems, DeliveryLedger ledger) {
        this.hub = hub;
        this.systems = systems;
        this.ledger = ledger;
        this.tasks = new TaskOpening(hub.store());
    }

    /** Opens, renews and closes the tasks. */
    synchronized void watch() {
        systems.conditions().forEach(this::watch);
    }

    private void watch(SystemHealth system) {
        List<String> lines = new ArrayList<>();
        if (system.isAlarming(hub.clock().instant())) {
            lines.add(failing(system));
        }
        GoldenId customer = NO_CUSTOMER;
        for (String target : system.targets().keySet()) {
            long dead = ledger.count(target, DeliveryFilter.ALL_DEAD_LETTERS);
            if (dead > 0) {
                lines.add(dead + " deliveries to " + target
                        + " wait as dead letters. See why with ./goldsmith deliveries " + target
                        + ", mend the cause, and send them again with --replay.");
                customer = ledger.find(target, DeliveryFilter.ALL_DEAD_LETTERS, 1).stream()
                        .findFirst()
                        .map(Delivered::goldenId)
                        .orElse(customer);
            }
        }
        if (!lines.isEmpty()) {
            open(system.system(), customer, String.join(" ", lines));
        } else if (isKnownToBeWell(system)) {
            close(system.system());
        }
    }

    private static String failing(SystemHealth system) {
        String reasons = String.join(
                "; ",
                Stream.concat(Stream.of(system.reached()), system.targets().values().stream())
                        .filter(condition -> condition.failingSince().isPresent())
                        .flatMap(condition -> condition.lastFailure().stream())
                        .distinct()
                        .toList());
        return system.system() + " has failed since " + system.failingSince().orElseThrow() + ": " + reasons
                + ". Mend it there; the hub tries again by itself, and no delivery is lost meanwhile.";
    }

    /** Whether this node has cause to say so: another one may know that it is not. */
    private boolean isKnownToBeWell(SystemHealth system) {
        boolean isAnswering =
                system.failingSince().isEmpty() && system.reached().lastAnswer().isPresent();
        String last = told.get(system.system());
        return isAnswering ? !"".equals(last) : last != null && !last.isEmpty() && !last.contains(" has failed since ");
    }

    private void open(String system, GoldenId customer, String details) {
        hub.store().inTransaction(transaction -> {
            Optional<TaskState> state = tasks.stateOf(transaction, TaskKind.FAILED_DELIVERY, subject(system));
            boolean isNews = !details.equals(told.get(system));
            // Another node may have closed it by what it knows; a person's answer holds until there is news.
            if (isNews || state.equals(Optional.of(TaskState.OBSOLETE))) {
                tasks.open(transaction, TaskKind.FAILED_DELIVERY, subject(system), customer, PRIORITY, details);
            }
            return null;
        });
        told.put(system, details);
    }

    private void close(String system) {
        hub.store().inTransaction(transaction -> {
            tasks.close(transaction, TaskKind.FAILED_DELIVERY, subject(system));
            return null;
        });
        told.put(system, "");
    }

    private static String subject(String system) {
        return "system|" + system;
    }
}
