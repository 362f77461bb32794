package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.source.Delivery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the hub deleted in one target: landed as deleted there, so that the target's next extract, which lacks it, tells nothing new. */
final class Removals {

    private final Hub hub;
    private final String target;
    private final DeliveryRows rows;
    private final ReplicationConflicts conflicts;
    private final PassRun run;

    Removals(Hub hub, String target, DeliveryRows rows, ReplicationConflicts conflicts) {
        this.hub = hub;
        this.target = target;
        this.rows = rows;
        this.conflicts = conflicts;
        this.run = new PassRun(hub, "delete-in-" + target, "deleted");
    }

    /** The target has deleted the record of a letter. */
    void deleted(Letter letter) {
        long landing = run.id();
        Member member = letter.update().record();
        RecordId record = member.record();
        Instant now = hub.clock().instant().truncatedTo(ChronoUnit.MICROS);
        // Not before what it ends: a source's clock may be ahead.
        Instant at = now.isAfter(member.sourceTimestamp()) ? now : member.sourceTimestamp();
        hub.store().inTransaction(transaction -> {
            rows.acknowledge(letter.row(), DeliveryState.ACKNOWLEDGED, "deleted there");
            conflicts.clear(transaction, letter.row().key());
            hub.intake()
                    .land(
                            landing,
                            List.of(new Delivery.RecordVersion(
                                    record.source(), record.key(), at, AttributeValues.none(), true)));
            return null;
        });
        run.count();
        PromptResolution.of(hub, record, "deleted in " + target + " by replication");
    }

    /** Whoever wrote the target before is dead. */
    void takeOver() {
        run.takeOver();
    }

    /** The same for one of the parts into which golden ids are divided. */
    void takeOver(int part) {
        run.takeOver(part);
    }

    /** What is deleted until the end of the pass is so in a run of a part that no other node has. */
    void beginPass(int part) {
        run.of(part);
    }

    /** Ends the run of a pass, if anything was deleted in it. */
    void endPass() {
        run.end();
    }
}
