package io.goldsmith.app.rest;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.replicate.DeliveryFilter;
import io.goldsmith.connect.replicate.ReconciliationReport;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.resolution.ResolutionProgress;
import io.goldsmith.mdm.resolution.ResolutionSummary;
import io.goldsmith.mdm.run.RunInProgressException;
import java.time.Duration;
import java.time.Instant;

/** What the command line can ask of a hub, be it open in its own process or served by another. */
public final class Control {

    private final Hub hub;
    private final Connectors connectors;

    public Control(Hub hub, Connectors connectors) {
        this.hub = hub;
        this.connectors = connectors;
    }

    /** Runs one connector's extraction, and resolves what it landed. */
    public ControlAnswer extract(String connector) {
        if (!connectors.names().contains(connector)) {
            return wrong("There is no connector " + connector + "; goldsmith.yaml has "
                    + String.join(", ", connectors.names()) + ".");
        }
        try {
            return ControlAnswer.of(connectors.extract(connector));
        } catch (RunInProgressException running) {
            return failed(running.getMessage());
        }
    }

    /**
     * Compares a replication target with the hub, and repairs what drifted if that is asked for.
     *
     * @param json whether the answer is JSON
     * @param progress told how far it is
     */
    public ControlAnswer reconcile(String target, ReconciliationRequest request, boolean json, StageProgress progress) {
        if (!connectors.targets().contains(target)) {
            return wrong(
                    connectors.targets().isEmpty()
                            ? "There is no replication target: goldsmith.yaml has no section replication."
                            : "There is no replication target " + target + "; goldsmith.yaml has "
                                    + String.join(", ", connectors.targets()) + ".");
        }
        try {
            ReconciliationReport report = connectors.reconcile(target, request, progress);
            return new ControlAnswer(
                    report.isSettled() ? ControlAnswer.Outcome.DONE : ControlAnswer.Outcome.FAILED,
                    json ? ReconciliationDocument.of(report) : ReconciliationText.of(report));
        } catch (RunInProgressException | ConnectException failure) {
            return json
                    ? new ControlAnswer(
                            ControlAnswer.Outcome.FAILED,
                            ReconciliationDocument.ofFailure(target, failure.getMessage()))
                    : failed(failure.getMessage());
        }
    }

    /**
     * Names deliveries of a target, or sends the dead letters among them again.
     *
     * @param most how many are named, 1 to 500
     */
    public ControlAnswer deliveries(String target, DeliveryFilter filter, int most, boolean replay) {
        if (!connectors.targets().contains(target)) {
            return wrong("There is no replication target " + target + "; goldsmith.yaml has "
                    + String.join(", ", connectors.targets()) + ".");
        }
        try {
            return new ControlAnswer(
                    ControlAnswer.Outcome.DONE,
                    replay
                            ? connectors.replay(target, filter) + " deliveries to " + target
                                    + " wait to be sent again, with the customers' state of today."
                                    + System.lineSeparator()
                            : DeadLetterText.deliveries(
                                    target,
                                    connectors.ledger().find(target, filter, most),
                                    connectors.ledger().count(target, filter)));
        } catch (ConnectException refused) {
            return wrong(refused.getMessage());
        }
    }

    /**
     * What waits in quarantine and is meant, the newest first, at most so many.
     *
     * @param values whether what was delivered and could not be read is shown too, which is personal data
     */
    public ControlAnswer quarantine(QuarantineQuery query, int most, boolean values) {
        try {
            return new ControlAnswer(ControlAnswer.Outcome.DONE, query.list(hub.quarantine(), most, values));
        } catch (MdmException unreadable) {
            return failed(unreadable.getMessage());
        }
    }

    /** Judges what waits in quarantine by the rules of today, and resolves what passes. */
    public ControlAnswer replayQuarantine(QuarantineQuery query) {
        try {
            QuarantineQuery.Replayed replayed = query.replay(hub.quarantine());
            if (replayed.passed() > 0) {
                connectors.settle("replay from quarantine");
            }
            return new ControlAnswer(ControlAnswer.Outcome.DONE, replayed.text());
        } catch (MdmException refused) {
            return wrong(refused.getMessage());
        }
    }

    /** What the configuration as it lies in the hub's folder would do, if it were published. */
    public ControlAnswer whatIf() {
        return whatIf(hub);
    }

    /** The same for a hub that was opened to try it. */
    public static ControlAnswer whatIf(Hub hub) {
        HubConfiguration changed = HubConfiguration.read(hub.configuration().folder());
        return new ControlAnswer(
                ControlAnswer.Outcome.DONE, EffectLines.of(hub.whatIf(changed, ResolutionProgress.NONE)));
    }

    /**
     * A new match model from the stewards' decisions, with its effect shown; published too, unless it is a dry run.
     */
    public ControlAnswer retrain(boolean dryRun) {
        SavedModel model = hub.retrained(ResolutionProgress.NONE);
        String effect = EffectLines.of(model, hub.whatIf(model, ResolutionProgress.NONE));
        if (dryRun) {
            return new ControlAnswer(ControlAnswer.Outcome.DONE, effect);
        }
        Instant begun = hub.clock().instant();
        hub.resolution().publish(model, "retrain");
        ResolutionSummary resolution = connectors.settle("retrain");
        return ControlAnswer.of(resolution, Duration.between(begun, hub.clock().instant()))
                .after(effect);
    }

    /** The batch that waits for a person, since it would change too many customers. */
    public ControlAnswer held() {
        return held(hub);
    }

    /** The same for a hub that was opened to look. */
    public static ControlAnswer held(Hub hub) {
        return hub.heldPublications()
                .waiting()
                .map(held -> new ControlAnswer(ControlAnswer.Outcome.DONE, EffectLines.of(held)))
                .orElseGet(() -> new ControlAnswer(
                        ControlAnswer.Outcome.DONE, "No batch waits for a person." + System.lineSeparator()));
    }

    /** Lets a held batch go on, and publishes it. */
    public ControlAnswer approve(long id, String person) {
        try {
            hub.heldPublications().approve(id, person);
        } catch (MdmException refused) {
            return wrong(refused.getMessage());
        }
        Instant begun = hub.clock().instant();
        ResolutionSummary resolution = connectors.settle("held batch " + id + " approved");
        return ControlAnswer.of(resolution, Duration.between(begun, hub.clock().instant()));
    }

    /** Takes a held batch back: the next one is measured anew. */
    public ControlAnswer dismiss(long id, String person) {
        try {
            hub.heldPublications().dismiss(id, person);
        } catch (MdmException refused) {
            return wrong(refused.getMessage());
        }
        return new ControlAnswer(
                ControlAnswer.Outcome.DONE,
                "Batch " + id + " was dismissed; the next one is measured anew." + System.lineSeparator());
    }

    /** Loads the DMP's warehouse. */
    public ControlAnswer loadDmp() {
        if (connectors.warehouse().isEmpty()) {
            return wrong("The hub has no warehouse: add the section dmp to goldsmith.yaml.");
        }
        try {
            return ControlAnswer.of(connectors.loadWarehouse());
        } catch (RunInProgressException | ConnectException failure) {
            return failed(failure.getMessage());
        }
    }

    /**
     * Checks the stored results against facts and rules, and mends them if asked to.
     *
     * @param rebuild whether to mend
     * @param progress told how far each stage is
     */
    public ControlAnswer doctor(boolean rebuild, ResolutionProgress progress) {
        return rebuild
                ? ConsistencyText.answer(hub.rebuild().run(progress))
                : ConsistencyText.answer(hub.consistencyCheck().run(progress));
    }

    private static ControlAnswer wrong(String message) {
        return new ControlAnswer(ControlAnswer.Outcome.WRONG, message + System.lineSeparator());
    }

    private static ControlAnswer failed(String message) {
        return new ControlAnswer(ControlAnswer.Outcome.FAILED, message + System.lineSeparator());
    }
}
