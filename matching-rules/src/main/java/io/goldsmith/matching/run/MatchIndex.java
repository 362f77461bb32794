package io.goldsmith.matching.run;

import io.goldsmith.matching.block.BlockIndex;
import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.PairScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One record against many: the records of a table by their blocking keys, in memory. Finds for single records what a batch of the table
 * and the record finds. Five to eighteen bytes per row and blocking rule beside the table. Immutable, thread-safe.
 */
public final class MatchIndex {

    /** Candidates scored at a time, so that a record with many needs little memory. */
    private static final int SCORED_AT_ONCE = 256;

    private static final Comparator<IndexHit> ORDER = Comparator.<IndexHit>comparingInt(
                    hit -> hit.score().weight())
            .reversed()
            .thenComparing(IndexHit::id);

    private final Matching matching;
    private final RecordTable table;
    private final BlockIndex blocks;

    private MatchIndex(Matching matching, RecordTable table, BlockIndex blocks) {
        this.matching = matching;
        this.table = table;
        this.blocks = blocks;
    }

    /** Indexes a table of {@link Matching#comparedAttributes()} on as many threads as the machine has processors. */
    public static MatchIndex of(Matching matching, RecordTable table) {
        Blocking blocking = matching.model().blocking(matching.settings().blocking());
        return new MatchIndex(
                matching,
                table,
                BlockIndex.of(
                        table,
                        blocking,
                        matching.settings().maxBlockSize(),
                        Runtime.getRuntime().availableProcessors()));
    }

    /** The table that was indexed. */
    public RecordTable table() {
        return table;
    }

    /** The rows that share a blocking key with a record in standard form, ascending; its own row, if the table holds it. */
    public int[] candidates(AttributeValues standard) {
        return blocks.candidates(matching.derive(standard));
    }

    /**
     * The candidates of a record in standard form that reach the review threshold, by falling weight, then by id; the record itself
     * among them if the table holds it.
     */
    public List<IndexHit> find(AttributeValues standard) {
        int[] rows = candidates(standard);
        List<IndexHit> hits = new ArrayList<>();
        for (int from = 0; from < rows.length; from += SCORED_AT_ONCE) {
            score(standard, Arrays.copyOfRange(rows, from, Math.min(rows.length, from + SCORED_AT_ONCE)), hits);
        }
        hits.sort(ORDER);
        return List.copyOf(hits);
    }

    private void score(AttributeValues standard, int[] rows, List<IndexHit> hits) {
        List<PairScore> scores = matching.score(
                standard, Arrays.stream(rows).mapToObj(table::values).toList());
        for (int candidate = 0; candidate < rows.length; candidate++) {
            PairScore score = scores.get(candidate);
            if (score.weight() >= matching.thresholds().review()) {
                hits.add(new IndexHit(table.id(rows[candidate]), rows[candidate], score));
            }
        }
    }
}
