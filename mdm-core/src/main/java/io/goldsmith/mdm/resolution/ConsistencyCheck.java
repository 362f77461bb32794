package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * Compares what is stored of a hub's results with what the facts and the rules give: see {@link Invariant}. It reads page by page, so
 * that its memory does not grow with the hub, and changes nothing. Beside writers it skips what waits to be resolved; what is written
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
        new RecordCheck(store, rules).run(findings, progress, count("select count(*) from source_record"));
        new PairCheck(store).run(findings, progress);
        new GoldenCheck(store, writtenValues, rules)
                .run(findings, progress, count("select count(*) from golden_record"));
        TaskCheck.dangling(store, findings, progress);
        progress.report("check keys", 0, 1);
        ItemComparison.differing(
                new KeyItems(store, rules),
                record -> findings.add(BrokenInvariant.ofRecords(Invariant.BLOCKING_KEYS, record)));
        progress.report("check keys", 1, 1);
        progress.report("check search terms", 0, 1);
        ItemComparison.differing(
                new TermItems(store, rules.matching().attributes()),
                golden -> findings.add(BrokenInvariant.ofGolden(Invariant.SEARCH_TERMS, golden)));
        progress.report("check search terms", 1, 1);
        progress.report("check change events", 0, 1);
        ItemComparison.differing(
                new EventItems(store),
                golden -> findings.add(BrokenInvariant.ofGolden(Invariant.CHANGE_EVENTS, golden)));
        progress.report("check change events", 1, 1);
        return findings.report(waiting);
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
