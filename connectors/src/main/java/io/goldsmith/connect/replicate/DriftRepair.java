package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.ReconciledRecords.Mark;
import io.goldsmith.connect.replicate.ReconciliationReport.Repair;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.source.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Brings a target and the hub together again, by the ordinary ways: what the target changed is landed and resolved, what the hub would
 * write is delivered.
 *
 * <p>What the target itself masters is never written over unseen. A record that is in the target as it was landed last, or older than
 * that (as from a backup), is the hub's to mend: a delivery of the golden state is added. A record that is newer than what was landed, of
 * the same age and different, or unknown to the hub, was changed there: it is landed anew, the survivorship rules decide whose value
 * counts, and only what the golden record then has otherwise is delivered. A record that is gone is landed as deleted, as from a full
 * extract and within the source system's limit for that.
 */
final class DriftRepair {

    private static final int PERCENT = 100;

    private final Hub hub;
    private final long run;
    private final String target;
    private final String sourceSystem;
    private final GoldenState state;
    private final DeliveryRows rows;
    private final Replicator replicator;
    private final ReconciledRecords marks;
    private final List<Delivery.RecordVersion> toLand = new ArrayList<>();
    private long landed;
    private long deleted;
    private long enqueued;
    private long left;
    private final Set<String> messages = new LinkedHashSet<>();

    /** @param run the run under which records are landed */
    DriftRepair(
            Hub hub,
            long run,
            String target,
            String sourceSystem,
            GoldenState state,
            DeliveryRows rows,
            Replicator replicator,
            ReconciledRecords marks) {
        this.hub = hub;
        this.run = run;
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.state = state;
        this.rows = rows;
        this.replicator = replicator;
        this.marks = marks;
    }

    /** Mends a record that differs. */
    void mend(Delivery.RecordVersion there, Member landedLast, TargetUpdate update) {
        boolean changedThere = !there.raw().equals(landedLast.raw())
                && !there.sourceTimestamp().isBefore(landedLast.sourceTimestamp());
        Set<String> rewritten = new TreeSet<>(changedThere ? Set.of() : update.attributes());
        if (!update.role().marks().isEmpty()) {
            rewritten.add(Role.NAME);
        }
        if (changedThere) {
            landAnew(there);
        }
        if (!rewritten.isEmpty()) {
            Member member = state.now(landedLast, landedLast.raw());
            FieldDigests found = state.digests(member.record(), update.attributes(), there.raw());
            enqueue(update.golden(), member, rewritten, found);
        }
    }

    /** Lands a record as it is in the target. */
    void landAnew(Delivery.RecordVersion there) {
        toLand.add(there);
    }

    /** Lands what waits for it. */
    void land() {
        if (!toLand.isEmpty()) {
            hub.intake().land(run, toLand);
            marks.mark(toLand.stream().map(Delivery.RecordVersion::sourceKey).toList(), Mark.LANDED);
            landed += toLand.size();
            toLand.clear();
        }
    }

    private void enqueue(GoldenRecord golden, Member member, Set<String> attributes, FieldDigests found) {
        if (replicator.rewrite(golden, member, attributes, found)) {
            enqueued++;
        } else {
            left++;
            messages.add("the golden record has nothing that can be written into some of them");
        }
    }

    /**
     * After all was read: lands what is missing as deleted, resolves what was landed, and delivers what the golden records then have
     * otherwise.
     *
     * @param live how many records the source system had
     * @param begun the time from which what is missing counts as deleted
     */
    Repair finish(long live, Instant begun, Consumer<String> settle) {
        deleteMissing(live, begun);
        settle.accept("reconciliation of " + target);
        forEachPage(Mark.LANDED, this::deliverLanded);
        settle.accept("reconciliation of " + target);
        return new Repair(landed, deleted, enqueued, left, String.join("; ", messages));
    }

    private void deleteMissing(long live, Instant begun) {
        long[] missing = {0};
        forEachPage(Mark.MISSING, keys -> missing[0] += keys.size());
        int percent = hub.configuration().sourceSystems().get(sourceSystem).vanishLimit();
        if (missing[0] > live * percent / PERCENT) {
            left += missing[0];
            messages.add(missing[0] + " of " + live + " records are gone from " + target + ", more than the "
                    + percent + " % that " + sourceSystem + " may lose without a person's word (vanish-limit):"
                    + " check that it was read whole");
            return;
        }
        forEachPage(Mark.MISSING, keys -> {
            List<Delivery> gone = new ArrayList<>();
            keys.forEach(key ->
                    gone.add(new Delivery.RecordVersion(sourceSystem, key, begun, AttributeValues.none(), true)));
            hub.intake().land(run, gone);
            deleted += keys.size();
        });
    }

    private void deliverLanded(List<String> keys) {
        HubRecords hubRecords = HubRecords.of(hub, rows, target, sourceSystem, keys);
        for (String key : keys) {
            Optional<GoldenRecord> golden =
                    Optional.ofNullable(hubRecords.golden().get(key));
            Optional<Member> member = hubRecords.member(key).map(one -> state.now(one, one.raw()));
            if (golden.isEmpty() || member.isEmpty()) {
                left++;
                messages.add("some were landed and wait to be resolved, are in quarantine, or are of erased persons;"
                        + " see the quarantine");
            } else {
                boolean isUnderWay = Optional.ofNullable(hubRecords.standings().get(key))
                        .filter(StandingRow::isUnderWay)
                        .isPresent();
                if (!isUnderWay && !hub.privacy().isRestricted(golden.get().id())) {
                    state.update(golden.get(), member.get())
                            .ifPresent(update ->
                                    enqueue(golden.get(), member.get(), update.attributes(), FieldDigests.NONE));
                }
            }
        }
    }

    private void forEachPage(Mark mark, Consumer<List<String>> work) {
        List<String> page = marks.page(mark, "", Reconciliation.CHUNK);
        while (!page.isEmpty()) {
            work.accept(page);
            page = marks.page(mark, page.get(page.size() - 1), Reconciliation.CHUNK);
        }
    }
}
