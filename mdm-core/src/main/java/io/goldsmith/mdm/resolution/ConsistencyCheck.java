package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.run.MatchOptions;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * Compares what is stored of a hub's results with what the facts and the rules give: see {@link Invariant}. It reads page by page and
 * changes nothing; what grows with the hub is the table of its live records and their pairs, as in a batch. Beside writers it skips what waits to be resolved; what is written
 * while it goes from one table to the next it may report though nothing is broken: look again, or stop the writers.
 */
public final class ConsistencyCheck {

    private final Store store;
    private final SourceRecords sourceRecords;
    private final WrittenValues writtenValues;
    private final ResolutionRules rules;

    public ConsistencyCheck(
            Store store, SourceRecords sourceRecords, WrittenValues writtenValues, ResolutionRules rules) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.writtenValues = writtenValues;
        this.rules = rules;
    }

    /**
     * Checks every invariant.
     *
     * @param progress told how far each stage is
     */
    public ConsistencyReport run(ResolutionProgress progress) {
        Findings findings = new Findings();
        long waiting = sourceRecords.countPending();
        RecordCheck records = new RecordCheck(store, rules);
        pairs(records.run(findings, progress, count("select count(*) from source_record")), findings, progress);
        TermItems termItems = new TermItems(store, rules.matching().attributes());
        GoldenCheck golden = new GoldenCheck(store, writtenValues, rules, termItems);
        golden.run(findings, progress, count("select count(*) from golden_record"));
        TaskCheck.dangling(store, findings, progress);
        VerificationCheck.run(store, rules, findings, progress);
        progress.report("check keys", 0, 1);
        KeyItems keyItems = new KeyItems(store, rules);
        keyItems.storedBut(records.waiting(), records.keys()::stored);
        ItemComparison.differing(
                keyItems,
                records.keys(),
                record -> findings.add(BrokenInvariant.ofRecords(Invariant.BLOCKING_KEYS, record)));
        progress.report("check keys", 1, 1);
        progress.report("check search terms", 0, 1);
        termItems.stored(id -> true, golden.terms()::stored);
        ItemComparison.differing(
                termItems, golden.terms(), id -> findings.add(BrokenInvariant.ofGolden(Invariant.SEARCH_TERMS, id)));
        progress.report("check search terms", 1, 1);
        progress.report("check change events", 0, 1);
        ItemComparison.differing(
                new EventItems(store), id -> findings.add(BrokenInvariant.ofGolden(Invariant.CHANGE_EVENTS, id)));
        progress.report("check change events", 1, 1);
        return findings.report(waiting);
    }

    /** Pairs and clusters; the table, the largest of all that is held, is gone afterwards. */
    private void pairs(BatchTable table, Findings findings, ResolutionProgress progress) {
        Matching matching = rules.matching();
        ScoredPairs engine = matching.scorePairs(
                table.records(),
                new MatchOptions(PairMode.LINK_AND_DEDUPE, BatchDecision.THREADS),
                (stage, done, total) -> progress.report("block and score", done, total));
        PairComparison comparison = new PairComparison(matching, table, engine);
        new PairCheck(store, comparison).run(findings, progress);
        new MissingPairs(store, rules, table, engine).run(comparison, findings, progress);
        new ClusterCheck(store, matching, table).run(engine, comparison, findings, progress);
    }

    private long count(String sql) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
