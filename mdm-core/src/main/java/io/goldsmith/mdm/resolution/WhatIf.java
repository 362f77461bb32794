package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.store.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tries rules on the live data without changing it: every live source record is standardised, matched, clustered and evaluated anew in
 * memory, and compared with the golden records that stand. What is pending counts with its version in force, as if it had been resolved.
 */
public final class WhatIf {

    private static final int PAGE = 5_000;

    private final Store store;
    private final SourceRecords sourceRecords;
    private final WrittenValues writtenValues;

    public WhatIf(Store store, SourceRecords sourceRecords, WrittenValues writtenValues) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.writtenValues = writtenValues;
    }

    /** What publishing these rules would do, evaluated for the hub's present time. */
    public PublicationEffect of(ResolutionRules rules, ResolutionProgress progress) {
        BatchTable table = table(rules, progress);
        BatchDecision decision = BatchDecision.about(table, rules, store, progress, new ResolutionTally());
        ComponentResolution components =
                new ComponentResolution(store, writtenValues, rules, ResolutionLocks.underAnyRules(store), false);
        Instant now = components.now();
        EffectMeasure measure = new EffectMeasure(decision.basis().customers());
        long total = decision.chunks().stream().mapToLong(BatchChunk::size).sum();
        long done = 0;
        for (BatchChunk chunk : decision.chunks()) {
            List<Long> recordIds = chunk.recordIds(table);
            Map<Long, MemberRecord> members = members(recordIds, rules);
            store.inTransaction(transaction -> {
                List<EvaluatedCluster> clusters = components.evaluate(
                        transaction, decision.clusters().clusters(chunk.rows(), members), members, now);
                Set<Long> concerned = new HashSet<>(recordIds);
                concerned.addAll(chunk.departed());
                measure.add(clusters, CurrentResults.read(transaction, concerned));
                return null;
            });
            done += chunk.size();
            progress.report("measure effect", done, total);
        }
        return measure.effect();
    }

    private BatchTable table(ResolutionRules rules, ResolutionProgress progress) {
        BatchTable.Builder table = new BatchTable.Builder(rules.matching());
        long done = 0;
        List<SourceRecordRow> page = sourceRecords.live(0, PAGE);
        while (!page.isEmpty()) {
            for (StandardisedRecord record : StandardisedRecord.allOf(page, rules)) {
                // As if it were pending, so that every cluster is evaluated anew.
                table.add(
                        record.row().id(),
                        record.row().recordId(),
                        record.row().version(),
                        true,
                        rules.matching().derive(record.standard()));
            }
            done += page.size();
            progress.report("standardise", done, done);
            page = sourceRecords.live(page.get(page.size() - 1).recordId(), PAGE);
        }
        return table.build();
    }

    private Map<Long, MemberRecord> members(List<Long> recordIds, ResolutionRules rules) {
        Map<Long, MemberRecord> members = new TreeMap<>();
        for (StandardisedRecord record : StandardisedRecord.allOf(sourceRecords.newest(recordIds), rules)) {
            members.put(record.row().recordId(), MemberRecord.of(record));
        }
        return members;
    }
}
