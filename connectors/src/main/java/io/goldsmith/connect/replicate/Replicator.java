package io.goldsmith.connect.replicate;

import io.goldsmith.connect.health.Admission;
import io.goldsmith.connect.health.TargetHealth;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.settings.CreateSettings;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.turn.Turn;
import io.goldsmith.connect.turn.TurnLostException;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.source.WrittenValue;
import io.goldsmith.mdm.stewardship.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one target to the golden state, pass by pass: takes its answers, plans what changed, sends what is due. What a pass decides about retries comes from the
 * target's {@link RetryPolicy}.
 */
final class Replicator {

    private static final Logger LOG = LoggerFactory.getLogger(Replicator.class);

    private static final int DUE = 500;

    private final String target;
    private final String sourceSystem;
    private final Hub hub;
    private final Planner planner;
    private final ReplicationConflicts conflicts;
    private final Target system;
    private final DeliveryRows rows;
    private final Creations creations;
    private final Removals removals;
    private final ReturnedKeys returnedKeys;
    private final Outcomes outcomes;
    private final DueLetters letters;
    private final TargetHealth health;
    private final Turn turn;
    private final Waiting waiting;

    Replicator(
            String target,
            String sourceSystem,
            Hub hub,
            RecordUpdates updates,
            Target system,
            DeliveryRows rows,
            CreateSettings create,
            RetryPolicy retry,
            TargetHealth health,
            Turn turn,
            Waiting waiting) {
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.hub = hub;
        this.conflicts = new ReplicationConflicts(target, rows);
        this.creations = new Creations(hub, target, sourceSystem, create, updates.state(), rows);
        this.removals = new Removals(hub, target, rows, conflicts);
        this.returnedKeys = new ReturnedKeys(hub, target, sourceSystem, rows, creations);
        this.planner = new Planner(hub, target, sourceSystem, updates, rows, conflicts, creations);
        this.system = system;
        this.rows = rows;
        this.outcomes = new Outcomes(sourceSystem, hub, rows, conflicts, creations, removals, system, retry);
        this.letters = new DueLetters(sourceSystem, hub, updates, system, rows, conflicts, creations, outcomes);
        this.health = health;
        this.turn = turn;
        this.waiting = waiting;
    }

    /** One pass; nothing happens before replication has started, or while another node writes the target. */
    synchronized void pass() {
        Turn.Claim claim = turn.takeByClock();
        if (claim == Turn.Claim.REFUSED) {
            return;
        }
        if (!hub.outbox().hasCursor(Planner.consumer(target))) {
            return;
        }
        if (claim == Turn.Claim.TAKEN) {
            creations.takeOver();
            removals.takeOver();
        }
        turn.work();
        try {
            work();
        } catch (TurnLostException lost) {
            LOG.warn("{}", lost.getMessage());
        } finally {
            turn.rest();
            creations.endPass();
            removals.endPass();
        }
    }

    private void work() {
        DeadLetters dead = new DeadLetters(hub, target);
        takeAnswers(dead);
        returnedKeys.tie();
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

    /** Records of the target are about to be landed that carry golden ids: see {@link ReturnedKeys#found}. */
    void returned(Map<String, String> goldenByKey) {
        returnedKeys.found(goldenByKey);
    }

    private void takeAnswers(DeadLetters dead) {
        Map<String, Outcome> answers = system.answers();
        if (!answers.isEmpty()) {
            health.answered();
        }
        answers.forEach((messageId, outcome) -> MessageId.delivery(messageId)
                .ifPresent(id -> rows.byId(id)
                        .filter(row -> row.delivered().messageId().equals(messageId))
                        .filter(row -> row.state() != DeliveryState.SUPERSEDED)
                        .ifPresent(row -> outcomes.settle(row, outcome, dead))));
    }

    /** A conflict is over when a steward has answered, or when the target's change was extracted and resolved. */
    private void takeAnswersOfStewards() {
        for (StandingRow record : conflicts.waiting(DUE)) {
            Optional<TaskState> answer = conflicts.answer(record);
            Optional<DeliveryRow> waits =
                    rows.byId(record.deliveryId()).filter(row -> row.state() == DeliveryState.CONFLICT);
            hub.store().inTransaction(transaction -> {
                if (waits.isPresent() && answer.equals(Optional.of(TaskState.ACCEPTED))) {
                    rows.replays().accept(waits.get());
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
            golden.flatMap(found -> hub.goldenRecords().members(found.id()).stream()
                            .filter(one -> one.record().equals(record))
                            .findFirst())
                    .filter(member -> member.version() > row.recordVersion())
                    .ifPresent(member -> planner.plan(golden.orElseThrow(), member));
        }
    }

    /** @return how many deliveries were due; after a trial that went well, as if there were more */
    private int sendDue(DeadLetters dead) {
        Admission admission = health.admit();
        if (admission == Admission.NOT_NOW) {
            return 0;
        }
        boolean isTrial = admission == Admission.ON_TRIAL;
        Sending sending = new Sending(health, isTrial);
        try {
            List<DeliveryRow> due = rows.due(target, isTrial ? 1 : DUE);
            system.packs(letters.of(target, due, dead)).forEach((carrier, pack) -> send(carrier, pack, sending, dead));
            return isTrial && sending.wentWell() ? DUE : sending.isCutOff() ? 0 : due.size();
        } finally {
            health.unused();
        }
    }

    private void send(String carrier, List<Letter> pack, Sending sending, DeadLetters dead) {
        if (sending.isCutOff()) {
            return;
        }
        // Told before it is sent: the echo may be back before the answer is. A new record has no key to tell it by yet.
        List<WrittenValue> written = pack.stream()
                .filter(letter -> !letter.creates())
                .flatMap(letter -> letter.update().written().stream())
                .toList();
        hub.store().inTransaction(transaction -> {
            turn.fence(transaction);
            hub.intake().recordWritten(written);
            rows.sending(pack, outcomes::overdue, carrier);
            return pack.size();
        });
        List<Sending.Judged> answers = sending.judge(system.send(carrier, pack), pack.size());
        List<Letter> settled = new ArrayList<>();
        List<Outcome> counted = new ArrayList<>();
        for (int i = 0; i < pack.size(); i++) {
            Sending.Judged answer = answers.get(i);
            if (answer.counts()) {
                settled.add(pack.get(i));
                counted.add(answer.outcome());
            } else {
                outcomes.postpone(pack.get(i).row(), answer.reason(), sending.next(answer.wasTried(), hub.clock()));
            }
        }
        outcomes.settle(settled, counted, dead);
    }
}
