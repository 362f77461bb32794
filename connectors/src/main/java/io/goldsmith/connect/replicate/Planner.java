package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.publish.ChangeEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns change events into deliveries for one target. It looks at what the golden record is now, not at what the event says: only the newest state counts, and an
 * event that comes twice finds nothing to do.
 */
final class Planner {

    private static final int EVENTS = 500;

    private final Hub hub;
    private final String target;
    private final String sourceSystem;
    private final GoldenState state;
    private final DeliveryRows rows;

    Planner(Hub hub, String target, String sourceSystem, GoldenState state, DeliveryRows rows) {
        this.hub = hub;
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.state = state;
        this.rows = rows;
    }

    /** The consumer name of a target in the outbox. */
    static String consumer(String target) {
        return "replicate-" + target;
    }

    /**
     * Plans the next events; deliveries and cursor are written in one transaction.
     *
     * @return how many events there were
     */
    int plan() {
        List<ChangeEvent> events = hub.outbox().after(hub.outbox().cursor(consumer(target)), EVENTS);
        if (events.isEmpty()) {
            return 0;
        }
        Set<GoldenId> changed = new LinkedHashSet<>();
        events.forEach(event -> changed.add(event.goldenId()));
        return hub.store().inTransaction(transaction -> {
            changed.forEach(this::plan);
            hub.outbox().advance(consumer(target), events.get(events.size() - 1).position());
            return events.size();
        });
    }

    /**
     * A merged id leads to the survivor, so the records of both are looked at. A restricted customer is kept and not sent; when that is
     * lifted, the next change brings its records to the state of then.
     */
    private void plan(GoldenId id) {
        Optional<GoldenRecord> golden = hub.goldenRecords().find(id);
        if (golden.isEmpty() || hub.privacy().isRestricted(golden.get().id())) {
            return;
        }
        for (Member member : hub.goldenRecords().members(golden.get().id())) {
            if (member.record().source().equals(sourceSystem)) {
                plan(golden.get(), member);
            }
        }
    }

    private void plan(GoldenRecord golden, Member member) {
        String key = member.record().key();
        Optional<TargetUpdate> update = state.update(golden, member);
        if (update.isEmpty()) {
            rows.supersede(target, key, false);
            return;
        }
        String hash = update.get().contentHash();
        boolean known = rows.newest(target, key)
                .filter(row -> row.state() != DeliveryState.SUPERSEDED)
                .filter(row -> row.contentHash().equals(hash) && row.recordVersion() >= member.version())
                .isPresent();
        if (!known) {
            rows.supersede(target, key, true);
            rows.add(target, golden.id(), golden.version(), key, member.version(), hash);
        }
    }
}
