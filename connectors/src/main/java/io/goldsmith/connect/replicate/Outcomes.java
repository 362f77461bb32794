package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.mdm.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a target's answers mean for deliveries: acknowledged, tried again, a dead letter, a question to a steward. */
final class Outcomes {

    private final String sourceSystem;
    private final Hub hub;
    private final DeliveryRows rows;
    private final ReplicationConflicts conflicts;
    private final Creations creations;
    private final Removals removals;
    private final Target system;
    private final RetryPolicy retry;

    Outcomes(
            String sourceSystem,
            Hub hub,
            DeliveryRows rows,
            ReplicationConflicts conflicts,
            Creations creations,
            Removals removals,
            Target system,
            RetryPolicy retry) {
        this.sourceSystem = sourceSystem;
        this.hub = hub;
        this.rows = rows;
        this.conflicts = conflicts;
        this.creations = creations;
        this.removals = removals;
        this.system = system;
        this.retry = retry;
    }

    /**
     * What came of letters, each sent once more than its row says; those that arrived are noted at once.
     *
     * @param answers of each, in their order
     */
    void settle(List<Letter> pack, List<Outcome> answers, DeadLetters dead) {
        List<DeliveryRow> arrived = new ArrayList<>();
        for (int i = 0; i < pack.size(); i++) {
            if (answers.get(i) instanceof Outcome.Acknowledged) {
                arrived.add(pack.get(i).row());
            }
        }
        acknowledge(arrived);
        for (int i = 0; i < pack.size(); i++) {
            Outcome outcome = answers.get(i);
            if (!(outcome instanceof Outcome.Acknowledged)) {
                settle(pack.get(i), outcome, dead);
            }
        }
    }

    private void settle(Letter letter, Outcome outcome, DeadLetters dead) {
        if (outcome instanceof Outcome.Created created) {
            creations.created(letter, created);
        } else if (outcome instanceof Outcome.Deleted) {
            removals.deleted(letter);
        } else if (!(outcome instanceof Outcome.Awaiting)) {
            settle(letter.row(), letter.row().attempts() + 1, outcome, dead);
        }
    }

    /** What is known of a delivery by now. */
    void settle(DeliveryRow row, Outcome outcome, DeadLetters dead) {
        settle(row, row.attempts(), outcome, dead);
    }

    private void settle(DeliveryRow row, int attempts, Outcome outcome, DeadLetters dead) {
        if (outcome instanceof Outcome.Acknowledged) {
            acknowledge(List.of(row));
        } else if (outcome instanceof Outcome.Kept kept) {
            keep(row, "changed in the target and left so: " + String.join(", ", kept.attributes()));
        } else if (outcome instanceof Outcome.Conflict conflict) {
            conflicts.open(row, conflict.attributes());
        } else if (outcome instanceof Outcome.Refused refused) {
            rows.refuse(row, DeliveryState.REFUSED, refused.reason());
            dead.add(refused.reason());
        } else if (outcome instanceof Outcome.Failed failed) {
            tryAgain(row, attempts, failed.reason(), failed.retryAfter(), dead);
        } else if (outcome instanceof Outcome.Unreachable unreachable) {
            tryAgain(row, attempts, unreachable.reason(), unreachable.retryAfter(), dead);
        } else if (outcome instanceof Outcome.Uncertain uncertain) {
            creations.uncertain(row, uncertain.reason());
            dead.add(uncertain.reason());
        }
    }

    private void acknowledge(List<DeliveryRow> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        hub.store().inTransaction(transaction -> {
            rows.acknowledge(arrived);
            Map<String, StandingRow> standings = rows.standings()
                    .of(
                            arrived.get(0).target(),
                            arrived.stream().map(DeliveryRow::key).toList());
            conflicts.clear(transaction, standings.values());
            hub.intake()
                    .acknowledgeWritten(
                            sourceSystem,
                            arrived.stream()
                                    .filter(row -> isNewest(row, standings))
                                    .map(DeliveryRow::key)
                                    .toList());
            return arrived.size();
        });
    }

    private static boolean isNewest(DeliveryRow row, Map<String, StandingRow> standings) {
        return Optional.ofNullable(standings.get(row.key()))
                .filter(standing -> standing.deliveryId() == row.id())
                .isPresent();
    }

    private void keep(DeliveryRow row, String reason) {
        hub.store().inTransaction(transaction -> {
            rows.acknowledge(row, DeliveryState.KEPT, reason);
            conflicts.clear(transaction, row.key());
            return null;
        });
    }

    private void tryAgain(DeliveryRow row, int attempts, String reason, Duration atLeast, DeadLetters dead) {
        if (retry.mayTryAgain(attempts)) {
            Instant next = hub.clock().instant().plus(retry.delayAfter(attempts, atLeast));
            rows.again(row, DeliveryState.PENDING, attempts, next, reason);
        } else {
            rows.refuse(row, DeliveryState.DEAD, reason + ", " + attempts + " attempts");
            dead.add(reason);
        }
    }

    /** The target's failure, not the delivery's: the attempt does not count. */
    void postpone(DeliveryRow row, String reason, Instant next) {
        Instant soon = hub.clock().instant().plus(retry.delayAfter(Math.max(1, row.attempts()), Duration.ZERO));
        rows.again(row, DeliveryState.PENDING, row.attempts(), next.isAfter(soon) ? next : soon, reason);
    }

    /** When an answer to an attempt is overdue. */
    Instant overdue(int attempts) {
        Duration delay = retry.delayAfter(Math.max(1, attempts), Duration.ZERO);
        Duration patience = system.patience();
        return hub.clock().instant().plus(delay.compareTo(patience) < 0 ? patience : delay);
    }

    /** Whether a delivery that was tried so often has an attempt left. */
    boolean mayTryAgain(int attempts) {
        return retry.mayTryAgain(attempts);
    }
}
