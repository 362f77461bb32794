package io.goldsmith.connect.replicate;

import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.replicate.ReconciledRecords.Mark;
import io.goldsmith.connect.replicate.ReconciliationReport.Repair;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.SourceRecordRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares one target with the hub, record by record: what lies in the target with what the hub would write into it now. Records are read
 * as the target's connector reads them and looked up in the hub {@value #CHUNK} at a time; which were seen is kept in a table, so memory
 * does not grow with the target.
 */
final class Reconciliation {

    static final int CHUNK = 1_000;

    private static final int EVENTS = 500;
    private static final int MOST_EVENTS = 100_000;

    private final Hub hub;
    private final String target;
    private final String sourceSystem;
    private final Connector connector;
    private final String stream;
    private final GoldenState state;
    private final RecordUpdates updates;
    private final DeliveryRows rows;
    private final Target system;
    private final Replicator replicator;
    private final ReconciledRecords marks;

    /**
     * @param connector reads the target's system
     * @param stream the connector's stream with the target's records
     */
    Reconciliation(
            Hub hub,
            String target,
            String sourceSystem,
            Connector connector,
            String stream,
            RecordUpdates updates,
            DeliveryRows rows,
            Target system,
            Replicator replicator) {
        this.hub = hub;
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.connector = connector;
        this.stream = stream;
        this.updates = updates;
        this.state = updates.state();
        this.rows = rows;
        this.system = system;
        this.replicator = replicator;
        this.marks = new ReconciledRecords(rows.store(), target);
    }

    /** What belongs to one reconciliation. */
    private static final class Work {
        private final Instant begun;
        private final Tally tally;
        private final Set<GoldenId> unplanned;
        private final Optional<DriftRepair> repair;
        private final long expected;
        private final Map<String, Read> chunk = new LinkedHashMap<>();

        Work(Instant begun, Tally tally, Set<GoldenId> unplanned, Optional<DriftRepair> repair, long expected) {
            this.begun = begun;
            this.tally = tally;
            this.unplanned = unplanned;
            this.repair = repair;
            this.expected = expected;
        }
    }

    /** A record as it was read. */
    private record Read(Instant asOf, Delivery.RecordVersion version) {

        /** Of one key the newest counts, as when it is landed. */
        Read newest(Read other) {
            return asOf.equals(other.asOf) && other.version.sourceTimestamp().isAfter(version.sourceTimestamp())
                    ? other
                    : this;
        }
    }

    /**
     * Compares, and repairs if that is asked for.
     *
     * @param settle resolves what was landed and lets deliveries go
     */
    ReconciliationReport run(ReconciliationRequest request, StageProgress progress, Consumer<String> settle) {
        String name = "reconcile-" + target;
        long run = hub.runs().start(name).id();
        Tally tally = new Tally(request);
        try {
            ReconciliationReport report = run(run, request, tally, progress, settle);
            if (report.isSettled()) {
                hub.runs().done(run, report.counts());
            } else {
                hub.runs().failed(run, report.counts(), report.drift() + " records of " + target + " drifted");
            }
            return report;
        } catch (RuntimeException failure) {
            hub.runs()
                    .failed(
                            run,
                            tally.report(target, Duration.ZERO, Optional.empty())
                                    .counts(),
                            "reconciling " + target + " was stopped: " + failure.getMessage());
            throw failure;
        } finally {
            marks.forget();
        }
    }

    private ReconciliationReport run(
            long run, ReconciliationRequest request, Tally tally, StageProgress progress, Consumer<String> settle) {
        marks.forget();
        Instant begun = hub.clock().instant();
        Optional<DriftRepair> repair = request.repair()
                ? Optional.of(new DriftRepair(hub, run, target, sourceSystem, state, rows, replicator, marks))
                : Optional.empty();
        Work work =
                new Work(begun, tally, unplanned(), repair, hub.sourceRecords().countLiveOf(sourceSystem));
        boolean isAll = connector.read(stream, (asOf, delivery) -> take(work, asOf, delivery, progress));
        compare(work, progress);
        if (isAll) {
            tally.tellsMissing();
            lookForMissing(work, progress);
        }
        Optional<Repair> repaired = repair.map(drift -> drift.finish(work.expected, begun, settle));
        return tally.report(target, Duration.between(begun, hub.clock().instant()), repaired);
    }

    /** Golden records that changed and are not planned yet: their deliveries are as good as on their way. */
    private Set<GoldenId> unplanned() {
        Set<GoldenId> unplanned = new HashSet<>();
        String consumer = Planner.consumer(target);
        if (!hub.outbox().hasCursor(consumer)) {
            return unplanned;
        }
        long position = hub.outbox().cursor(consumer);
        List<ChangeEvent> events = hub.outbox().after(position, EVENTS);
        for (int seen = 0; !events.isEmpty() && seen < MOST_EVENTS; seen += EVENTS) {
            events.forEach(event -> unplanned.add(event.goldenId()));
            position = events.get(events.size() - 1).position();
            events = hub.outbox().after(position, EVENTS);
        }
        return unplanned;
    }

    private void take(Work work, Instant asOf, Delivery delivery, StageProgress progress) {
        if (delivery instanceof Delivery.Unreadable unreadable) {
            work.tally.unreadable(unreadable);
            return;
        }
        Delivery.RecordVersion version = (Delivery.RecordVersion) delivery;
        if (version.deleted()) {
            return; // A row that says that the record is not there says the same as no row.
        }
        work.chunk.merge(version.sourceKey(), new Read(asOf, version), Read::newest);
        if (work.chunk.size() == CHUNK) {
            compare(work, progress);
        }
    }

    private void compare(Work work, StageProgress progress) {
        Set<String> again = marks.of(work.chunk.keySet());
        work.chunk.keySet().removeAll(again);
        HubRecords hubRecords = HubRecords.of(hub, rows, target, sourceSystem, work.chunk.keySet());
        marks.add(work.chunk.keySet(), Mark.SEEN);
        work.tally.read(work.chunk.size());
        work.chunk.forEach((key, read) -> compare(work, hubRecords, key, read));
        work.repair.ifPresent(DriftRepair::land);
        work.chunk.clear();
        progress.report("reconcile " + target, work.tally.read(), Math.max(work.expected, work.tally.read()));
    }

    private void compare(Work work, HubRecords hubRecords, String key, Read read) {
        RecordId record = new RecordId(sourceSystem, key);
        if (!hubRecords.isKnown(record)) {
            work.tally.drift(new Drift(Drift.Kind.UNKNOWN, key, Optional.empty(), new TreeMap<>(), ""));
            work.repair.ifPresent(repair -> repair.landAnew(read.version()));
            return;
        }
        Optional<GoldenRecord> golden = Optional.ofNullable(hubRecords.golden().get(key));
        Optional<Member> landed = hubRecords.member(key);
        if (landed.isEmpty() || golden.isEmpty()) {
            work.tally.notCompared();
            return;
        }
        Member there = state.now(landed.get(), read.version().raw());
        Optional<StandingRow> standing =
                Optional.ofNullable(hubRecords.standings().get(key));
        SortedMap<String, Difference> marks = marks(golden.get(), record);
        Optional<TargetUpdate> update = marks.isEmpty()
                ? state.update(golden.get(), there)
                : updates.of(golden.get(), there, Set.of(Role.NAME), standing);
        if (update.isEmpty()) {
            work.tally.equal();
        } else if (hub.privacy().isRestricted(golden.get().id())) {
            work.tally.notCompared();
        } else if (isUnderWay(work, golden.get(), standing, read.asOf())) {
            work.tally.underWay();
        } else {
            work.tally.drift(different(update.get(), marks, standing));
            work.repair.ifPresent(repair -> repair.mend(read.version(), landed.get(), update.get()));
        }
    }

    /** Whether the difference will go away, or went away after the target was read. */
    private static boolean isUnderWay(Work work, GoldenRecord golden, Optional<StandingRow> standing, Instant asOf) {
        boolean acknowledgedSince = standing.flatMap(one -> one.standing().acknowledged())
                .filter(line -> !line.at().isBefore(asOf))
                .isPresent();
        return standing.filter(StandingRow::isUnderWay).isPresent()
                || acknowledgedSince
                || work.unplanned.contains(golden.id())
                || !golden.evaluatedAt().isBefore(work.begun);
    }

    /** The marks of a record's role that the target does not have, as far as it can be asked. */
    private SortedMap<String, Difference> marks(GoldenRecord golden, RecordId record) {
        SortedMap<String, Difference> differences = new TreeMap<>();
        Role role = updates.roles().areTold() ? updates.roles().of(golden, record) : new Role.Leading();
        if (!(role instanceof Role.Leading)) {
            SortedMap<String, String> wanted =
                    updates.roles().anew(role, record).marks();
            Optional<Map<String, String>> found =
                    wanted.isEmpty() ? Optional.empty() : system.texts(record.key(), wanted.keySet());
            found.ifPresent(there -> wanted.forEach((column, text) -> {
                if (!text.equals(there.get(column))) {
                    differences.put(column, new Difference(there.get(column), text));
                }
            }));
        }
        return differences;
    }

    private Drift different(TargetUpdate update, SortedMap<String, Difference> marks, Optional<StandingRow> standing) {
        SortedMap<String, Optional<Difference>> columns = new TreeMap<>();
        marks.forEach((column, difference) -> columns.put(column, Optional.of(difference)));
        state.differences(update).forEach((column, difference) -> columns.put(column, Optional.of(difference)));
        return new Drift(
                Drift.Kind.DIFFERENT, update.key(), Optional.of(update.golden().id()), columns, ledger(standing));
    }

    /** Where the newest delivery stands; why, if that is known. */
    private String ledger(Optional<StandingRow> standing) {
        return standing.flatMap(one -> rows.byId(one.deliveryId()))
                .map(row -> row.state()
                        + (row.delivered().reason().isEmpty()
                                ? ""
                                : ": " + row.delivered().reason()))
                .orElse("");
    }

    /** Records that the hub holds to be there since before it was read, and that were not among those read. */
    private void lookForMissing(Work work, StageProgress progress) {
        List<SourceRecordRow> page = hub.sourceRecords().liveOf(sourceSystem, "", CHUNK);
        long looked = 0;
        while (!page.isEmpty()) {
            Set<String> seen = marks.of(page.stream().map(row -> row.id().key()).toList());
            List<String> missing = new ArrayList<>();
            for (SourceRecordRow row : page) {
                String key = row.id().key();
                // A target that can be asked is: pages shift while others add and remove records.
                if (!seen.contains(key) && !row.sourceTimestamp().isAfter(work.begun) && system.lacks(key)) {
                    missing.add(key);
                }
            }
            missing(work, missing);
            looked += page.size();
            progress.report("look for missing records of " + target, looked, work.expected);
            page = hub.sourceRecords()
                    .liveOf(sourceSystem, page.get(page.size() - 1).id().key(), CHUNK);
        }
    }

    private void missing(Work work, List<String> keys) {
        HubRecords hubRecords = HubRecords.of(hub, rows, target, sourceSystem, keys);
        for (String key : keys) {
            Optional<GoldenId> golden =
                    Optional.ofNullable(hubRecords.golden().get(key)).map(GoldenRecord::id);
            work.tally.drift(new Drift(
                    Drift.Kind.MISSING,
                    key,
                    golden,
                    new TreeMap<>(),
                    ledger(Optional.ofNullable(hubRecords.standings().get(key)))));
        }
        if (work.repair.isPresent()) {
            marks.add(keys, Mark.MISSING);
        }
    }
}
