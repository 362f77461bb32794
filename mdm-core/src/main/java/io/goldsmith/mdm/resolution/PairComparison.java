package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.matching.score.PairScorer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Holds stored pairs against those that the batch engine finds among all live records, and remembers which of the latter are stored:
 * one bit per pair. A stored pair that the engine does not find is right nevertheless if its records share a key and score like that:
 * their block outgrew its bound since. For one thread.
 */
final class PairComparison {

    private final Matching matching;
    private final BatchTable table;
    private final ScoredPairs engine;
    private final PairIndex index;
    private final BitSet seen = new BitSet();
    private final ScoredPairs.Builder outgrown = ScoredPairs.builder();
    private boolean hasOutgrown;
    private Optional<PairScorer> scorer = Optional.empty();

    /**
     * @param engine the pairs of the table's rows, sorted
     */
    PairComparison(Matching matching, BatchTable table, ScoredPairs engine) {
        this.matching = matching;
        this.table = table;
        this.engine = engine;
        this.index = new PairIndex(engine, table.size());
    }

    /** A stored pair, the records by hub id. */
    record Stored(long left, long right, int leftVersion, int rightVersion, int weight, String grade) {}

    /** Whether a pair is stored as it should be; so is one that cannot be told, because a record of it waits or changed meanwhile. */
    boolean isAs(Stored pair) {
        int left = table.rowOf(pair.left);
        int right = table.rowOf(pair.right);
        if (left == BatchTable.NO_ROW || right == BatchTable.NO_ROW) {
            return true;
        }
        int one = Math.min(left, right);
        int other = Math.max(left, right);
        int position = index.find(one, other);
        if (position >= 0) {
            seen.set(position);
        }
        if (table.isPending(left)
                || table.isPending(right)
                || table.version(left) != pair.leftVersion
                || table.version(right) != pair.rightVersion) {
            return true;
        }
        return position >= 0 ? isScored(pair, engine.weight(position)) : isOutgrown(pair, one, other);
    }

    private boolean isScored(Stored pair, int weight) {
        return pair.weight == weight
                && pair.grade.equals(matching.thresholds().grade(weight).name());
    }

    private boolean isOutgrown(Stored pair, int one, int other) {
        PairScore score = scorer().score(one, other);
        if (one == other
                || score.grade() == MatchGrade.NO_MATCH
                || !isScored(pair, score.weight())
                || !shareKey(one, other)) {
            return false;
        }
        outgrown.add(one, other, score.weight());
        hasOutgrown = true;
        return true;
    }

    /** Few pairs need it, if any. */
    private PairScorer scorer() {
        PairScorer known = scorer.orElseGet(() -> matching.scorer(table.records()));
        scorer = Optional.of(known);
        return known;
    }

    private boolean shareKey(int one, int other) {
        Set<BlockingKey> keys =
                new HashSet<>(matching.keysOfDerived(table.records().values(one)));
        return matching.keysOfDerived(table.records().values(other)).stream().anyMatch(keys::contains);
    }

    /** Hands over the positions of the engine's pairs that are not stored. */
    void forEachMissing(IntConsumer consumer) {
        for (int pair = seen.nextClearBit(0); pair < engine.size(); pair = seen.nextClearBit(pair + 1)) {
            consumer.accept(pair);
        }
    }

    /** Whether what is stored is what the engine finds, pair by pair. */
    boolean isSame() {
        return !hasOutgrown && seen.cardinality() == engine.size();
    }

    /** The pairs that are stored rightly. */
    ScoredPairs stored() {
        ScoredPairs.Builder stored = ScoredPairs.builder().addAll(outgrown);
        seen.stream().forEach(pair -> stored.add(engine.left(pair), engine.right(pair), engine.weight(pair)));
        return stored.build();
    }
}
