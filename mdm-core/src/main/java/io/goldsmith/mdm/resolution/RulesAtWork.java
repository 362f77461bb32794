package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.model.BlastRadius;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.store.Store;

/** The ways in which records are resolved, all under the same rules. */
record RulesAtWork(
        ResolutionRules rules,
        ResolutionLocks locks,
        OnlineResolution online,
        GoldenErasure erasure,
        DueEvaluation due,
        BatchResolution batch,
        BatchGuard guard,
        SearchIndexing searchIndexing) {

    static RulesAtWork of(
            ResolutionRules rules,
            Store store,
            SourceRecords sourceRecords,
            WrittenValues writtenValues,
            BlastRadius radius) {
        ResolutionLocks locks = new ResolutionLocks(store, rules.version());
        BatchGuard guard = new BatchGuard(new HeldPublications(store), radius, rules.version());
        ComponentResolution components = new ComponentResolution(store, writtenValues, rules, locks, true);
        return new RulesAtWork(
                rules,
                locks,
                new OnlineResolution(store, sourceRecords, rules, components, locks),
                new GoldenErasure(store, rules, components, locks),
                new DueEvaluation(store, locks, components, rules),
                new BatchResolution(
                        store,
                        sourceRecords,
                        rules,
                        new ComponentResolution(store, writtenValues, rules, locks, false),
                        locks,
                        guard),
                guard,
                new SearchIndexing(store, rules.matching().attributes(), locks));
    }
}
