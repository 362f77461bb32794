package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.survive.Conflict;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.stewardship.PossibleDuplicates;
import io.goldsmith.mdm.stewardship.StandingDecisions;
import io.goldsmith.mdm.stewardship.SurvivorshipConflicts;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Resolves the connected components of some records from what is stored of them: cluster → survive → publish → tasks. */
final class ComponentResolution {

    private final Store store;
    private final ResolutionRules rules;
    private final ResolutionLocks locks;
    private final CandidateReading candidates;
    private final GoldenPublication publication;
    private final PossibleDuplicates duplicates;
    private final SurvivorshipConflicts conflicts;

    /**
     * @param indexesNew whether the search terms of new golden records are written too, or left to {@link SearchIndexing}
     */
    ComponentResolution(
            Store store,
            WrittenValues writtenValues,
            ResolutionRules rules,
            ResolutionLocks locks,
            boolean indexesNew) {
        this.store = store;
        this.locks = locks;
        this.rules = rules;
        this.candidates = new CandidateReading(writtenValues, rules);
        this.publication = new GoldenPublication(
                store, indexesNew, rules.version(), rules.matching().attributes());
        this.duplicates = new PossibleDuplicates(store);
        this.conflicts = new SurvivorshipConflicts(store);
    }

    /** Now, as precise as the database keeps it. */
    Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Resolves the components of the records, in the caller's transaction, which holds their locks from then on. */
    void resolve(Transaction transaction, Collection<Long> recordIds, String cause, ResolutionTally tally)
            throws SQLException {
        ComponentSearch.Locked component = ComponentSearch.lockedFrom(transaction, locks, recordIds);
        SortedSet<ScoredRow> pairs = component.pairs();
        Map<Long, MemberRecord> members = MemberRecords.read(transaction, component.recordIds());
        SortedSet<Long> departed = new TreeSet<>(component.recordIds());
        departed.removeAll(members.keySet());
        List<StandingDecisions.Standing> decisions = StandingDecisions.about(transaction, members.keySet());
        List<FormedCluster> clusters = ClusterForming.form(rules.matching(), members.values(), pairs, decisions);
        Instant now = now();
        publish(
                transaction,
                evaluate(transaction, clusters, members, now),
                departed,
                () -> DuplicateProposals.about(transaction, pairs, decisions),
                cause,
                now,
                tally);
    }

    /** Lets the golden values of clusters survive. */
    List<EvaluatedCluster> evaluate(
            Transaction transaction, List<FormedCluster> clusters, Map<Long, MemberRecord> members, Instant now)
            throws SQLException {
        EvaluationFacts facts = EvaluationFacts.read(transaction, candidates, members, rules);
        List<EvaluatedCluster> evaluated = new ArrayList<>(clusters.size());
        for (FormedCluster cluster : clusters) {
            evaluated.add(EvaluatedCluster.of(cluster, facts, rules, now));
        }
        return evaluated;
    }

    /** Writes golden records and events, and settles the tasks. */
    void publish(
            Transaction transaction,
            List<EvaluatedCluster> clusters,
            Collection<Long> departed,
            String cause,
            Instant now,
            ResolutionTally tally)
            throws SQLException {
        List<Long> recordIds = clusters.stream()
                .flatMap(cluster -> cluster.recordIds().stream())
                .toList();
        publish(
                transaction,
                clusters,
                departed,
                () -> DuplicateProposals.about(transaction, recordIds),
                cause,
                now,
                tally);
    }

    /** Finds what is to be proposed about clusters, once they are published. */
    private interface Proposing {
        List<PossibleDuplicates.Proposal> proposals() throws SQLException;
    }

    private void publish(
            Transaction transaction,
            List<EvaluatedCluster> clusters,
            Collection<Long> departed,
            Proposing proposing,
            String cause,
            Instant now,
            ResolutionTally tally)
            throws SQLException {
        GoldenPublication.Published published = publication.publish(transaction, clusters, departed, cause, now);
        long opened = duplicates.settle(transaction, published.touched(), proposing.proposals(), now);
        opened += conflicts.settle(transaction, published.touched(), conflictsOf(clusters, published.goldenIds()), now);
        tally.published(published.changed(), opened);
    }

    private static Map<Long, List<Conflict>> conflictsOf(List<EvaluatedCluster> clusters, List<Long> goldenIds) {
        Map<Long, List<Conflict>> conflicts = new TreeMap<>();
        for (int position = 0; position < clusters.size(); position++) {
            if (!clusters.get(position).conflicts().isEmpty()) {
                conflicts.put(goldenIds.get(position), clusters.get(position).conflicts());
            }
        }
        return conflicts;
    }
}
