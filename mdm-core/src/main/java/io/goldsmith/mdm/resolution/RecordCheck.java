package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.store.Store;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Checks every source record by itself: its facts, its standard form, its cross-reference. On the way the live ones become the table
 * on which pairs and clusters are checked, and their keys are summed up.
 */
final class RecordCheck {

    private static final int PAGE = 5_000;

    private final Store store;
    private final ResolutionRules rules;
    private final ItemSums keys = new ItemSums();
    private final LongSet waiting = new LongOpenHashSet();

    RecordCheck(Store store, ResolutionRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /**
     * A record with what the rules give of it.
     *
     * @param expected the standard form of a resolved record
     * @param isAs whether it is stored like that
     */
    private record Judged(
            CheckedRecord record,
            Optional<SourceRecordRow> inForce,
            Optional<StandardisedRecord> expected,
            boolean isAs) {}

    /**
     * Checks them all.
     *
     * @return the live records: the resolved ones in the standard form that the rules give of their facts, those that wait in the form
     *     that they were resolved in last
     */
    BatchTable run(Findings findings, ResolutionProgress progress, long total) {
        BatchTable.Builder table = new BatchTable.Builder(rules.matching());
        long done = 0;
        try (Prefetch<List<Judged>> pages = new Prefetch<>()) {
            List<Judged> page = pages.result(pages.start(() -> judge(0)));
            while (!page.isEmpty()) {
                long last = page.get(page.size() - 1).record.recordId();
                Future<List<Judged>> next = pages.start(() -> judge(last));
                page.forEach(judged -> take(judged, table, findings));
                done += page.size();
                progress.report("check records", done, total);
                page = pages.result(next);
            }
        }
        findings.records(done);
        return table.build();
    }

    /** The keys of the resolved records, once all were checked. */
    ItemSums keys() {
        return keys;
    }

    /** The records that wait to be resolved, by hub id. */
    LongSet waiting() {
        return waiting;
    }

    private List<Judged> judge(long after) {
        List<CheckedRecord> page = Snapshot.read(store, transaction -> CheckedRecord.page(transaction, after, PAGE));
        return page.parallelStream().map(this::judge).toList();
    }

    private Judged judge(CheckedRecord record) {
        Optional<SourceRecordRow> inForce = record.inForce();
        Optional<StandardisedRecord> expected =
                record.isResolved() ? CheckedRecord.standardised(inForce, rules) : Optional.empty();
        return new Judged(
                record, inForce, expected, expected.filter(record::isAs).isPresent());
    }

    private void take(Judged judged, BatchTable.Builder table, Findings findings) {
        CheckedRecord record = judged.record;
        reference(record, findings);
        verdict(judged).ifPresent(broken -> findings.add(BrokenInvariant.ofRecords(broken, record.recordId())));
        if (judged.expected.isPresent()) {
            StandardisedRecord expected = judged.expected.get();
            KeyItems.of(expected, keys::expected);
            add(table, record, record.latestVersion(), isUnsettled(record), expected.standard());
        } else if (record.isPending()) {
            waiting.add(record.recordId());
            record.storedStandard()
                    .ifPresent(standard ->
                            add(table, record, record.standardVersion().orElseThrow(), true, standard));
        }
    }

    private void add(
            BatchTable.Builder table, CheckedRecord record, int version, boolean isPending, AttributeValues standard) {
        table.add(
                record.id(),
                record.recordId(),
                version,
                isPending,
                rules.matching().derive(standard));
    }

    /** What is resolved anew, its pairs and cluster with it, need not be looked at before. */
    private static boolean isUnsettled(CheckedRecord record) {
        return record.resolvedVersion() != record.latestVersion();
    }

    private static Optional<Invariant> verdict(Judged judged) {
        CheckedRecord record = judged.record;
        if (!record.isResolved() && !record.isPending()) {
            return record.standardVersion().map(left -> Invariant.STANDARD_RECORD);
        }
        if (judged.inForce.isEmpty()) {
            return Optional.of(Invariant.FACTS);
        }
        if (record.isPending()) {
            return Optional.empty();
        }
        if (judged.expected.isEmpty() || isUnsettled(record)) {
            return Optional.of(Invariant.RESOLUTION);
        }
        return judged.isAs ? Optional.empty() : Optional.of(Invariant.STANDARD_RECORD);
    }

    private static void reference(CheckedRecord record, Findings findings) {
        boolean isLive = record.isResolved() || record.isPending();
        if (record.goldenId().isPresent()) {
            if (!isLive || !record.goldenState().equals("ACTIVE")) {
                findings.add(BrokenInvariant.ofRecords(Invariant.CROSS_REFERENCE, record.recordId()));
            }
        } else if (record.isResolved()) {
            findings.add(BrokenInvariant.ofRecords(Invariant.CROSS_REFERENCE_MISSING, record.recordId()));
        }
    }
}
