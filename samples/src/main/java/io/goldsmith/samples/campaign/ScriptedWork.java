package io.goldsmith.samples.campaign;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.resolution.ResolutionProgress;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.ContradictionException;
import io.goldsmith.mdm.stewardship.InapplicableDecisionException;
import io.goldsmith.mdm.store.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Performs the steps of a script on a hub, so that a step done twice does no more than once. */
final class ScriptedWork {

    private static final int WRITERS = 4;
    private static final String STEWARD = "campaign";

    private final Hub hub;

    ScriptedWork(Hub hub) {
        this.hub = hub;
    }

    void perform(int number, CrashStep step) throws InterruptedException, ExecutionException {
        if (step instanceof CrashStep.Load load) {
            hub.intake().land(number + 1, load.versions());
            settle();
        } else if (step instanceof CrashStep.Edits edits) {
            edit(number, edits.versions());
            settle();
        } else if (step instanceof CrashStep.Decide decide) {
            decide(number, decide);
        } else if (step instanceof CrashStep.Undo undo) {
            standing(undo.decidingStep()).ifPresent(decision -> hub.decisions().undo(decision, STEWARD));
        }
    }

    /** Resolves whatever waits. */
    void settle() {
        hub.resolution().resolvePending("campaign", ResolutionProgress.NONE);
    }

    private void edit(int number, List<Delivery.RecordVersion> versions)
            throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> edits = new ArrayList<>();
            for (Delivery.RecordVersion version : versions) {
                edits.add(writers.submit(() -> edit(number, version)));
            }
            for (Future<?> edit : edits) {
                edit.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private void edit(int number, Delivery.RecordVersion version) {
        hub.intake().land(number + 1, List.of(version));
        long recordId = hub.sourceRecords()
                .idOf(new RecordId(version.sourceSystem(), version.sourceKey()))
                .orElseThrow();
        try {
            hub.resolution().resolve(recordId, "campaign");
        } catch (ConflictException e) {
            // It stays pending, and the step ends by resolving what is.
        }
    }

    private void decide(int number, CrashStep.Decide decide) {
        if (HubTables.count(hub, "decision where comment_text = ?", comment(number)) > 0) {
            return;
        }
        String comment = comment(number);
        try {
            switch (decide.kind()) {
                case MERGE -> hub.decisions().merge(decide.left(), decide.right(), STEWARD, comment);
                case NOT_DUPLICATE -> hub.decisions().notDuplicate(decide.left(), decide.right(), STEWARD, comment);
                case UNLINK -> hub.decisions().unlink(decide.left(), STEWARD, comment);
                case PIN ->
                    hub.pins()
                            .pin(
                                    decide.left(),
                                    "address",
                                    AttributeValues.of(Map.of("street", List.of(number + " rue du Pin"))),
                                    Optional.empty(),
                                    STEWARD,
                                    comment);
            }
        } catch (ContradictionException | InapplicableDecisionException e) {
            // The script decides by chance; what the hub refuses it refuses each time.
        }
    }

    private static String comment(int step) {
        return "step " + step;
    }

    private Optional<Long> standing(int step) {
        return HubTables.firstId(hub, "decision where undone_at is null and comment_text = ?", comment(step));
    }
}
