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

    Removals(Hub hub, String target, DeliveryRows rows, ReplicationConflicts conflicts, PassRun run) {
        this.hub = hub;
        this.target = target;
        this.rows = rows;
        this.conflicts = conflicts;
        this.run = run;
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
}
