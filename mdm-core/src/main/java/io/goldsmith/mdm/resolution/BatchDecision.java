package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.LinkDecision;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.run.MatchOptions;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.stewardship.StandingDecisions;
import io.goldsmith.mdm.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a batch decides about a table of records: block and score → cluster, in memory. Nothing is written.
 *
 * @param basis what was stored when it was decided
 * @param clusters the clusters of all rows
 * @param chunks what is to be written, if anything
 * @param large the components that a person should look at
 */
record BatchDecision(
        BatchTable table, BatchBasis basis, BatchClusters clusters, List<BatchChunk> chunks, LargeComponents large) {

    private static final Logger LOG = LoggerFactory.getLogger(BatchDecision.class);

    static final int THREADS = 2;

    static BatchDecision about(
            BatchTable table, ResolutionRules rules, Store store, ResolutionProgress progress, ResolutionTally tally) {
        Matching matching = rules.matching();
        ScoredPairs pairs = matching.scorePairs(
                table.records(),
                new MatchOptions(PairMode.LINK_AND_DEDUPE, THREADS),
                (stage, done, total) -> progress.report("block and score", done, total));
        count(pairs, matching, tally);
        progress.report("cluster", 0, 1);
        List<StandingDecisions.Standing> decided = store.inTransaction(StandingDecisions::all);
        List<LinkDecision> decisions = links(decided, table);
        int[] clusterOf = matching.cluster(table.records(), pairs, decisions);
        WorkUnits units = new WorkUnits(clusterOf);
        BatchBasis basis = store.inTransaction(transaction -> BatchBasis.read(transaction, table, decided, units));
        List<BatchChunk> chunks = BatchChunk.cut(units.toWrite(table));
        progress.report("cluster", 1, 1);
        int automatic = matching.thresholds().automatic();
        BatchClusters clusters =
                new BatchClusters(table, new PairIndex(pairs, table.size()), clusterOf, decisions, automatic);
        return new BatchDecision(table, basis, clusters, chunks, LargeComponents.of(table, pairs, automatic));
    }

    private static void count(ScoredPairs pairs, Matching matching, ResolutionTally tally) {
        tally.compared(pairs.statistics().comparedPairs());
        int automatic = matching.thresholds().automatic();
        for (int pair = 0; pair < pairs.size(); pair++) {
            tally.graded(pairs.weight(pair) >= automatic ? MatchGrade.MATCH : MatchGrade.POSSIBLE_MATCH);
        }
        if (pairs.statistics().givenUpPairs() > 0) {
            LOG.warn(
                    "{} candidate pairs were given up since their blocks outgrew max-block-size; give the blocking rules"
                            + " a further key",
                    pairs.statistics().givenUpPairs());
        }
    }

    /** What decisions ask of the rows of a table. */
    static List<LinkDecision> links(List<StandingDecisions.Standing> decided, BatchTable table) {
        List<LinkDecision> decisions = new ArrayList<>();
        for (StandingDecisions.Standing decision : decided) {
            for (StandingDecisions.Link link : decision.links(record -> table.rowOf(record) != BatchTable.NO_ROW)) {
                decisions.add(new LinkDecision(table.rowOf(link.left()), table.rowOf(link.right()), link.linked()));
            }
        }
        return decisions;
    }
}
