package io.goldsmith.connect.replicate;

import io.goldsmith.connect.health.TargetHealth;
import io.goldsmith.connect.scale.ScaleOut;
import io.goldsmith.connect.settings.CreateSettings;
import io.goldsmith.connect.spi.RetryPolicy;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.turn.Turn;
import io.goldsmith.connect.turn.TurnLostException;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.stewardship.TaskState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one target to the golden state, pass by pass: takes its answers, plans what changed, sends what is due. What a pass decides about retries comes from the
 * target's {@link RetryPolicy}.
 */
final class Replicator {

    private static final Logger LOG = LoggerFactory.getLogger(Replicator.class);

    /** How many conflicts are looked at in a pass. */
    private static final int CONFLICTS = 500;

    private final String target;
    private final String sourceSystem;
    private final Hub hub;
    private final Planner planner;
    private final ReplicationConflicts conflicts;
    private final Target system;
    private final DeliveryRows rows;
    private final PassRuns runs;
    private final ReturnedKeys returnedKeys;
    private final Outcomes outcomes;
    private final Dispatch dispatch;
    private final TargetHealth health;
    private final Turn turn;
    private final Optional<ScaleOut> scaleOut;
    private final Share share;
    private final Waiting waiting;
    private final Lock planning = new ReentrantLock();
    private final Lock sending = new ReentrantLock();

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
            Optional<ScaleOut> scaleOut,
            Waiting waiting) {
        this.scaleOut = scaleOut;
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.hub = hub;
        this.conflicts = new ReplicationConflicts(target, rows);
        PassRun creating = new PassRun(hub, "create-in-" + target, "created");
        PassRun deleting = new PassRun(hub, "delete-in-" + target, "deleted");
        this.runs = new PassRuns(creating, deleting);
        Creations creations = new Creations(hub, target, sourceSystem, create, updates.state(), rows, creating);
        Removals removals = new Removals(hub, target, rows, conflicts, deleting);
        this.returnedKeys = new ReturnedKeys(hub, target, sourceSystem, rows, creations);
        this.planner = new Planner(hub, target, sourceSystem, updates, rows, conflicts, creations);
        this.system = system;
        this.rows = rows;
        this.outcomes = new Outcomes(sourceSystem, hub, rows, conflicts, creations, removals, system, retry);
        DueLetters letters = new DueLetters(sourceSystem, hub, updates, system, rows, conflicts, creations, outcomes);
        this.dispatch = new Dispatch(hub, target, system, rows, letters, outcomes, health, waiting);
        this.share = scaleOut.<Share>map(
                        shared -> new DividedShare(target, rows, runs, new Flights(hub, target, rows), shared.shares()))
                .orElseGet(() -> new Share.Whole(target, rows, turn));
        this.health = health;
        this.turn = turn;
        this.waiting = waiting;
    }

    /**
     * One pass; nothing happens before replication has started, nor, unless nodes share the target, while another node has its turn. Where they share it, planning does not wait for
     * what is being sent, and what another thread is at is left to it.
     */
    void pass() {
        if (scaleOut.isEmpty()) {
            passAlone();
        } else if (hub.outbox().hasCursor(Planner.consumer(target))) {
            scaleOut.get().joinReplication();
            ifFree(planning, this::planShared);
            ifFree(sending, this::sendShared);
        }
    }

    /** Whether nodes share its records. */
    boolean isShared() {
        return scaleOut.isPresent();
    }

    private static void ifFree(Lock lock, Runnable work) {
        if (lock.tryLock()) {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }

    private void passAlone() {
        sending.lock();
        try {
            Turn.Claim claim = turn.takeByClock();
            if (claim == Turn.Claim.REFUSED || !hub.outbox().hasCursor(Planner.consumer(target))) {
                return;
            }
            if (claim == Turn.Claim.TAKEN) {
                runs.takeOver();
            }
            try {
                inTurn(dead -> {
                    prepare(dead);
                    dispatch.sendAll(share, dead);
                });
            } finally {
                runs.end();
            }
        } finally {
            sending.unlock();
        }
    }

    /** One node plans for all. */
    private void planShared() {
        if (turn.takeByClock() != Turn.Claim.REFUSED) {
            inTurn(this::prepare);
        }
    }

    private void sendShared() {
        DeadLetters dead = new DeadLetters(hub, target);
        try {
            dispatch.sendAll(share, dead);
        } catch (TurnLostException lost) {
            LOG.warn("{}", lost.getMessage());
        }
        dead.tell();
    }

    private void inTurn(Consumer<DeadLetters> work) {
        DeadLetters dead = new DeadLetters(hub, target);
        turn.work();
        try {
            work.accept(dead);
            dead.tell();
        } catch (TurnLostException lost) {
            LOG.warn("{}", lost.getMessage());
        } finally {
            turn.rest();
        }
    }

    private void prepare(DeadLetters dead) {
        takeAnswers(dead);
        if (!isShared()) {
            // Only those who answer by their exports create without giving a key, and nodes do not share these.
            returnedKeys.tie();
        }
        List<ChangeEvent> planned = planner.plan(turn);
        while (!planned.isEmpty()) {
            List<ChangeEvent> events = planned;
            scaleOut.ifPresent(shared -> shared.shares().planned(target, events));
            planned = waiting.isClosing() ? List.of() : planner.plan(turn);
        }
        takeAnswersOfStewards();
    }

    /** Adds a delivery for a record of which reconciliation found that the target has others: see {@link Planner#rewrite}. */
    boolean rewrite(GoldenRecord golden, Member member, Set<String> attributes, FieldDigests found) {
        Lock alone = scaleOut.isEmpty() ? sending : planning;
        alone.lock();
        try {
            return planner.rewrite(golden, member, attributes, found);
        } finally {
            alone.unlock();
        }
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
        for (StandingRow record : conflicts.waiting(CONFLICTS)) {
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
}
