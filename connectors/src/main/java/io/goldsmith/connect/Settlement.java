package io.goldsmith.connect;

import io.goldsmith.connect.replicate.Replication;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.resolution.ResolutionSummary;
import io.goldsmith.mdm.run.RunInProgressException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows landing, in order: resolve, verify, evaluate what is due, relay, replicate. One at a time. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Hub hub;
    private final Replication replication;
    private final StageProgress progress;
    private volatile Consumer<String> trigger;

    Settlement(Hub hub, Replication replication, StageProgress progress) {
        this.hub = hub;
        this.replication = replication;
        this.progress = progress;
        this.trigger = replication::pass;
    }

    /**
     * From now on targets are only told that there is something to do, so that one that hangs holds up nobody.
     *
     * @param told is told the target's name
     */
    void tell(Consumer<String> told) {
        this.trigger = told;
    }

    synchronized ResolutionSummary settle(String cause) {
        ResolutionSummary summary = hub.resolution().resolvePending(cause, progress::report);
        hub.verification().verifyDue();
        hub.resolution().evaluateDue();
        relay();
        return summary;
    }

    /** Raises the tasks that are overdue. */
    void escalate() {
        hub.escalation().escalate();
    }

    /** Assesses the quality of the data, unless another node does. */
    void assess() {
        try {
            hub.qualityAssessment().assess();
        } catch (RunInProgressException elsewhere) {
            LOG.debug("no assessment from here: {}", elsewhere.getMessage());
        }
    }

    private void relay() {
        int relayed = hub.outbox().relay();
        while (relayed > 0) {
            relayed = hub.outbox().relay();
        }
        replication.targets().forEach(trigger);
    }
}
