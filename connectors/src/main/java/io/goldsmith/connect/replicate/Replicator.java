package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.source.WrittenValue;
import io.goldsmith.mdm.stewardship.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one target to the golden state, pass by pass: takes its answers, plans what changed, sends what is due. What a pass decides about retries comes from the
 * target's {@link RetryPolicy}.
 */
final class Replicator {

    private static final int DUE = 500;

    private static final Duration UNTIL_RESOLVED = Duration.ofMillis(250);

    private final String target;
    private final String sourceSystem;
    private final Hub hub;
    private final Planner planner;
    private final ReplicationConflicts conflicts;
    private final GoldenState state;
    private final Target system;
    private final DeliveryRows rows;
    private final RetryPolicy retry;
    private final Waiting waiting;

    Replicator(
            String target,
            String sourceSystem,
            Hub hub,
            GoldenState state,
            Target system,
            DeliveryRows rows,
            RetryPolicy retry,
            Waiting waiting) {
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.hub = hub;
        this.conflicts = new ReplicationConflicts(target, rows);
        this.planner = new Planner(hub, target, sourceSystem, state, rows, conflicts);
        this.state = state;
        this.system = system;
        this.rows = rows;
        this.retry = retry;
        this.waiting = waiting;
    }

    /** One pass; nothing happens before replication has started. */
    synchronized void pass() {
        if (!hub.outbox().hasCursor(Planner.consumer(target))) {
            return;
        }
        DeadLetters dead = new DeadLetters(hub, target);
        takeAnswers(dead);
        int planned = planner.plan();
        while (planned > 0 && !waiting.isClosing()) {
            planned = planner.plan();
        }
        takeAnswersOfStewards();
        int sent = DUE;
        while (sent == DUE && !waiting.isClosing()) {
            sent = sendDue(dead);
        }
        dead.tell();
    }

    /** Adds a delivery for a record of which reconciliation found that the target has others: see {@link Planner#rewrite}. */
    synchronized boolean rewrite(GoldenRecord golden, Member member, Set<String> attributes, FieldDigests found) {
        return planner.rewrite(golden, member, attributes, found);
    }

    private void takeAnswers(DeadLetters dead) {
        system.answers()
                .forEach((messageId, outcome) -> MessageId.delivery(messageId)
                        .ifPresent(id -> rows.byId(id)
                                .filter(row -> row.delivered().messageId().equals(messageId))
                                .filter(row -> row.state() != DeliveryState.SUPERSEDED)
                                .ifPresent(row -> settle(row, outcome, dead))));
    }

    /** A conflict is over when a steward has answered, or when the target's change was extracted and resolved. */
    private void takeAnswersOfStewards() {
        for (StandingRow record : conflicts.waiting(DUE)) {
            Optional<TaskState> answer = conflicts.answer(record);
            Optional<DeliveryRow> waits =
                    rows.byId(record.deliveryId()).filter(row -> row.state() == DeliveryState.CONFLICT);
            hub.store().inTransaction(transaction -> {
                if (waits.isPresent() && answer.equals(Optional.of(TaskState.ACCEPTED))) {
                    rows.accept(waits.get());
                    conflicts.clear(transaction, record.key());
                } else if (waits.isPresent() && answer.equals(Optional.of(TaskState.REJECTED))) {
                    rows.setAside(waits.get(), DeliveryState.KEPT, "a steward leaves the target what it has");
                    conflicts.clear(transaction, record.key());
                } else if (waits.isPresent()) {
                    planAnew(waits.get());
                } else if (!record.isUnderWay()) {
                    conflicts.clear(transaction, record.key());
                }
                return null;
            });
        }
    }

    /** With a newer version of the record the golden record was evaluated anew: it says what the target should have now. */
    private void planAnew(DeliveryRow row) {
        RecordId record = new RecordId(sourceSystem, row.key());
        Optional<GoldenRecord> golden = hub.goldenRecords().goldenOf(record).flatMap(hub.goldenRecords()::find);
        if (hub.sourceRecords().pendingOf(List.of(record)).isEmpty()) {
            golden.flatMap(found -> member(found, record))
                    .filter(member -> member.version() > row.recordVersion())
                    .ifPresent(member -> planner.plan(golden.orElseThrow(), member));
        }
    }

    /** @return how many deliveries were due */
    private int sendDue(DeadLetters dead) {
        List<DeliveryRow> all = rows.due(target, DUE);
        List<DeliveryRow> due = withoutUnresolved(all);
        Map<String, StandingRow> standings =
                rows.standings().of(target, due.stream().map(DeliveryRow::key).toList());
        List<Letter> letters = new ArrayList<>();
        for (DeliveryRow row : due) {
            if (row.state() == DeliveryState.SENT && !retry.mayTryAgain(row.attempts())) {
                settle(row, new Outcome.Failed("the target did not answer", Duration.ZERO), dead);
            } else if (isRestricted(row)) {
                rows.setAside(row, DeliveryState.SUPERSEDED, "the customer is restricted");
            } else if (!row.carrier().isEmpty() && system.isUntaken(row.carrier())) {
                rows.again(
                        row,
                        DeliveryState.SENT,
                        row.attempts() + 1,
                        later(row.attempts() + 1, Duration.ZERO),
                        "the target has not taken " + row.carrier() + "; check that it runs");
            } else {
                letter(row, Optional.ofNullable(standings.get(row.key())))
                        .ifPresentOrElse(letters::add, () -> hadAlready(row));
            }
        }
        system.packs(letters).forEach((carrier, pack) -> send(carrier, pack, dead));
        return all.size();
    }

    /** Restricted since it was planned: kept, but not sent. */
    private boolean isRestricted(DeliveryRow row) {
        return hub.goldenRecords()
                .goldenOf(new RecordId(sourceSystem, row.key()))
                .filter(hub.privacy()::isRestricted)
                .isPresent();
    }

    /** What the target changed itself is resolved first: otherwise it would be written over before the rules have seen it. */
    private List<DeliveryRow> withoutUnresolved(List<DeliveryRow> due) {
        Set<RecordId> pending = hub.sourceRecords()
                .pendingOf(due.stream()
                        .map(row -> new RecordId(sourceSystem, row.key()))
                        .toList());
        List<DeliveryRow> resolved = new ArrayList<>();
        for (DeliveryRow row : due) {
            if (pending.contains(new RecordId(sourceSystem, row.key()))) {
                Instant next = hub.clock().instant().plus(UNTIL_RESOLVED);
                rows.again(row, row.state(), row.attempts(), next, "what the target changed is resolved first");
            } else {
                resolved.add(row);
            }
        }
        return resolved;
    }

    private void hadAlready(DeliveryRow row) {
        hub.store().inTransaction(transaction -> {
            rows.hadAlready(row);
            conflicts.clear(transaction, row.key());
            return null;
        });
    }

    private Optional<Member> member(GoldenRecord golden, RecordId record) {
        return hub.goldenRecords().members(golden.id()).stream()
                .filter(one -> one.record().equals(record))
                .findFirst();
    }

    /** What is to be written now, of the newest golden state; empty if the target's record has it, or is no longer there. */
    private Optional<Letter> letter(DeliveryRow row, Optional<StandingRow> standing) {
        RecordId record = new RecordId(sourceSystem, row.key());
        Optional<GoldenRecord> golden = hub.goldenRecords().goldenOf(record).flatMap(hub.goldenRecords()::find);
        return golden.flatMap(found -> member(found, record))
                .flatMap(found -> state.update(golden.orElseThrow(), found, row.rewrites()))
                .map(update -> new Letter(row, update, standing));
    }

    private void send(String carrier, List<Letter> pack, DeadLetters dead) {
        // Told before it is sent: the echo may be back before the answer is.
        List<WrittenValue> written = pack.stream()
                .flatMap(letter -> letter.update().written().stream())
                .toList();
        hub.store().inTransaction(transaction -> {
            hub.intake().recordWritten(written);
            pack.forEach(letter -> rows.sending(letter, later(letter.row().attempts() + 1, Duration.ZERO), carrier));
            return pack.size();
        });
        List<Outcome> outcomes = system.send(carrier, pack);
        for (int i = 0; i < pack.size(); i++) {
            Outcome outcome = outcomes.get(Math.min(i, outcomes.size() - 1));
            DeliveryRow row = pack.get(i).row();
            if (!(outcome instanceof Outcome.Awaiting)) {
                settle(row, row.attempts() + 1, outcome, dead);
            }
        }
    }

    private void settle(DeliveryRow row, Outcome outcome, DeadLetters dead) {
        settle(row, row.attempts(), outcome, dead);
    }

    private void settle(DeliveryRow row, int attempts, Outcome outcome, DeadLetters dead) {
        if (outcome instanceof Outcome.Acknowledged) {
            acknowledge(row, DeliveryState.ACKNOWLEDGED, "");
        } else if (outcome instanceof Outcome.Kept kept) {
            acknowledge(
                    row,
                    DeliveryState.KEPT,
                    "changed in the target and left so: " + String.join(", ", kept.attributes()));
        } else if (outcome instanceof Outcome.Conflict conflict) {
            conflicts.open(row, conflict.attributes());
        } else if (outcome instanceof Outcome.Refused refused) {
            rows.refuse(row, DeliveryState.REFUSED, refused.reason());
            dead.add(refused.reason());
        } else if (outcome instanceof Outcome.Failed failed) {
            tryAgain(row, attempts, failed.reason(), failed.retryAfter(), dead);
        } else if (outcome instanceof Outcome.Unreachable unreachable) {
            tryAgain(row, attempts, unreachable.reason(), Duration.ZERO, dead);
        }
    }

    private void acknowledge(DeliveryRow row, DeliveryState state, String reason) {
        hub.store().inTransaction(transaction -> {
            rows.acknowledge(row, state, reason);
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

    /** When an answer to an attempt is overdue. */
    private Instant later(int attempts, Duration atLeast) {
        Duration delay = retry.delayAfter(Math.max(1, attempts), atLeast);
        Duration patience = system.patience();
        return hub.clock().instant().plus(delay.compareTo(patience) < 0 ? patience : delay);
    }
}
