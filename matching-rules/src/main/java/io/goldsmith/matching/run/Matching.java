package io.goldsmith.matching.run;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.cluster.ClusterConstraints;
import io.goldsmith.matching.cluster.Clusterer;
import io.goldsmith.matching.cluster.Clustering;
import io.goldsmith.matching.cluster.LinkDecision;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.compare.ComparedRows;
import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.model.RivalModel;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.ComparisonWeights;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.matching.score.PairExplanation;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.matching.score.PairScorer;
import io.goldsmith.matching.score.Rival;
import io.goldsmith.matching.score.ScoreThresholds;
import io.goldsmith.matching.standardise.Derivation;
import io.goldsmith.matching.standardise.StandardRecord;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The matching of records under one configuration and one frozen match model: standardise → block → compare → score → cluster.
 * Immutable, thread-safe.
 */
public final class Matching {

    private static final long FIRST_ROW_ID = 10_000_000_000L;

    private static final int ROWS_WORTH_A_MEMO = 2000;

    private final List<AttributeDefinition> attributes;
    private final MatchSettings settings;
    private final MatchModel model;
    private final Standardiser standardiser;
    private final Derivation derivation;
    private final Blocking blocking;
    private final ScoreThresholds thresholds;

    private Matching(List<AttributeDefinition> attributes, MatchSettings settings, MatchModel model) {
        this.attributes = List.copyOf(attributes);
        this.settings = settings;
        this.model = model;
        this.standardiser = Standardiser.of(this.attributes);
        this.derivation = Derivation.of(this.attributes, settings.derived());
        this.blocking = model.blocking(settings.blocking());
        this.thresholds = thresholds(settings, model);
    }

    private static ScoreThresholds thresholds(MatchSettings settings, MatchModel model) {
        double strangers = 1 - model.prior();
        List<Rival> rivals = new ArrayList<>(List.of(Rival.STRANGERS));
        List<Integer> priors = new ArrayList<>();
        for (RivalModel rival : model.rivals()) {
            strangers -= rival.prior();
            rivals.add(rival.rival());
            priors.add(MatchWeight.ofRatio(model.prior(), rival.prior()));
        }
        priors.add(0, MatchWeight.ofRatio(model.prior(), strangers));
        return new ScoreThresholds(
                rivals,
                priors,
                MatchWeight.ofProbability(settings.thresholds().automatic()),
                MatchWeight.ofProbability(settings.thresholds().review()));
    }

    /**
     * The matching of records with these attributes.
     *
     * @throws MatchingException if the settings do not fit the attributes, with every problem
     */
    public static Matching of(List<AttributeDefinition> attributes, MatchSettings settings, MatchModel model) {
        List<MatchSettings.Problem> problems = settings.problems(attributes);
        if (!problems.isEmpty()) {
            throw new MatchingException(problems.stream()
                    .map(problem -> problem.pointer() + ": " + problem.message())
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return new Matching(attributes, settings, model);
    }

    /** The matching with m, u and prior as written in the settings; no term frequencies. */
    public static Matching of(List<AttributeDefinition> attributes, MatchSettings settings) {
        return of(attributes, settings, MatchModel.fromSettings(settings));
    }

    /** The attributes of the records. */
    public List<AttributeDefinition> attributes() {
        return attributes;
    }

    /** The attributes that are compared and blocked on: those of the records and those derived from them. */
    public List<AttributeDefinition> comparedAttributes() {
        return derivation.attributes();
    }

    /** A record in standard form with its derived values, as tables hold it. */
    public AttributeValues derive(AttributeValues standard) {
        return model.withoutPlaceholders(derivation.apply(standard));
    }

    /** The settings that apply. */
    public MatchSettings settings() {
        return settings;
    }

    /** The model that applies. */
    public MatchModel model() {
        return model;
    }

    /** The blocking under the model's refinement. */
    Blocking blocking() {
        return blocking;
    }

    /** Prior and thresholds as weights. */
    public ScoreThresholds thresholds() {
        return thresholds;
    }

    /** The canonical form of one record; values that cannot be brought to it are reported, placeholders become missing. */
    public StandardRecord standardise(AttributeValues raw) {
        StandardRecord standard = standardiser.standardise(raw);
        return new StandardRecord(model.withoutPlaceholders(standard.values()), standard.problems());
    }

    /** The blocking keys of a record in standard form, sorted, distinct; a null in any part yields nothing for that rule. */
    public List<BlockingKey> blockingKeys(AttributeValues standard) {
        return keysOfDerived(derive(standard));
    }

    /** The same of a record with its derived values, as {@link #derive} gives it. */
    public List<BlockingKey> keysOfDerived(AttributeValues derived) {
        return blocking.keys(derived);
    }

    /** Scores one record against each candidate, in their order, by the same code as the batch. */
    public List<PairScore> score(AttributeValues standard, List<AttributeValues> candidates) {
        List<AttributeValues> records = new ArrayList<>(candidates.size() + 1);
        records.add(standard);
        records.addAll(candidates);
        PairScorer scorer = scorer(records);
        List<PairScore> scores = new ArrayList<>(candidates.size());
        for (int candidate = 1; candidate <= candidates.size(); candidate++) {
            scores.add(scorer.score(0, candidate));
        }
        return List.copyOf(scores);
    }

    /** Why two records in standard form have their score. */
    public PairExplanation explain(AttributeValues left, AttributeValues right) {
        return scorer(List.of(left, right)).explain(0, 1);
    }

    /** A scorer for a few records in standard form, by their positions in the list; for one thread. */
    public PairScorer scorer(List<AttributeValues> standard) {
        RecordTable.Builder table = RecordTable.builder(comparedAttributes());
        for (int position = 0; position < standard.size(); position++) {
            table.add(rowId(position), derive(standard.get(position)));
        }
        return scorer(table.build(), false);
    }

    /** Ids that sort in the order of the numbers, since all are equally long. */
    private static RecordId rowId(int number) {
        return new RecordId("", Long.toString(FIRST_ROW_ID + number));
    }

    private PairScorer scorer(RecordTable table, boolean remembers) {
        return scorer(compared(table), remembers);
    }

    /** A table's rows as the comparisons look at them. */
    ComparedRows compared(RecordTable table) {
        return ComparedRows.of(settings.comparisons(), table);
    }

    private PairScorer scorer(ComparedRows rows, boolean remembers) {
        List<Comparison> comparisons = rows.comparisons();
        List<ComparisonWeights> weights = (rows.table().size() >= ROWS_WORTH_A_MEMO
                        ? comparisons.parallelStream()
                        : comparisons.stream())
                .map(this::weights)
                .toList();
        return PairScorer.of(weights, thresholds, rows, remembers);
    }

    private ComparisonWeights weights(Comparison comparison) {
        return ComparisonWeights.of(
                comparison,
                model.levels(comparison.settings()),
                model.rivals().stream()
                        .map(rival -> model.levels(rival, comparison.settings()))
                        .toList(),
                model.termFrequencies(comparison.settings().attribute()));
    }

    /** A scorer for many pairs of a table, which remembers pairs of values; for one thread, others get theirs by {@link PairScorer#forThread}. */
    public PairScorer batchScorer(RecordTable table) {
        return scorer(compared(table).prepared(), true);
    }

    /** A scorer for the rows of a table, for who looks at single pairs of it; for one thread. */
    public PairScorer scorer(RecordTable table) {
        return scorer(table, false);
    }

    /** Batch: candidate pairs of the table, scored; pairs at or above the review threshold, sorted by (left, right). */
    public ScoredPairs scorePairs(RecordTable table, MatchOptions options, MatchProgress progress) {
        return scorePairs(compared(table).prepared(), options, progress);
    }

    /** The same for rows that are compared already. */
    ScoredPairs scorePairs(ComparedRows rows, MatchOptions options, MatchProgress progress) {
        progress.advanced("block", 0, 1);
        CandidatePairs candidates =
                CandidatePairs.of(rows.table(), blocking, settings.maxBlockSize(), options.mode(), options.threads());
        progress.advanced("block", 1, 1);
        return scorePairs(candidates, rows, options.threads(), progress);
    }

    /** The same for candidate pairs and compared rows that are there already. */
    ScoredPairs scorePairs(CandidatePairs candidates, ComparedRows rows, int threads, MatchProgress progress) {
        progress.advanced("score", 0, candidates.ranges());
        return new BatchScoring(candidates, progress).score(scorer(rows, true), threads);
    }

    /**
     * Clusters of the table's rows from scored pairs and people's decisions: {@code cluster[row]} is the smallest row of its cluster.
     * Component by component, deterministic.
     */
    public int[] cluster(RecordTable table, ScoredPairs pairs, List<LinkDecision> decisions) {
        return clusters(table, pairs, decisions, 1).clusters();
    }

    /**
     * Clusters of the table's rows, with the MATCH pairs that were cut and why.
     *
     * @param threads how many threads work, at least 1; the outcome is the same
     */
    public Clustering clusters(RecordTable table, ScoredPairs pairs, List<LinkDecision> decisions, int threads) {
        return clusters(table, pairs, decisions, threads, () -> compared(table));
    }

    /** The same for rows that are compared already. */
    Clustering clusters(ComparedRows rows, ScoredPairs pairs, int threads) {
        return clusters(rows.table(), pairs, List.of(), threads, () -> rows);
    }

    private Clustering clusters(
            RecordTable table,
            ScoredPairs pairs,
            List<LinkDecision> decisions,
            int threads,
            Supplier<ComparedRows> rows) {
        ClusterConstraints constraints = new ClusterConstraints(
                table,
                settings.exclusive(),
                settings.onePerSource(),
                new WeightsOnDemand(() -> scorer(rows.get(), table.size() >= ROWS_WORTH_A_MEMO)),
                MatchWeight.ofProbability(settings.thresholds().conflict()));
        return Clusterer.cluster(pairs, thresholds.automatic(), decisions, constraints, threads);
    }
}
