package io.goldsmith.matching.model;

import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.compare.ComparedRows;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.compare.LevelTest;
import io.goldsmith.matching.model.ComparisonProbabilities.LevelProbabilities;
import io.goldsmith.matching.model.PatternCounts.Pattern;
import io.goldsmith.matching.model.RivalModel.RivalComparison;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.Rival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.IntStream;

/** Trains a match model on a table of unlabelled records: u from random pairs, m and the prior from candidate pairs. For one training. */
public final class Training {

    private static final double FIRST_PRIOR = 1e-4;
    private static final double GREATEST_PRIOR = 0.4;
    private static final int FEWEST_RIVALS = 20;
    private static final double MOSTLY_EXACT = 0.8;
    private static final double SELDOM = 0.05;

    /** Levels that non-matches seldom show need more pairs than those of matches. */
    private static final int RANDOM_PER_CANDIDATE = 4;

    /** How many rules bring a pair on average, a generous guess: the sample begins as small as it makes sure that enough remains. */
    private static final int RULES_PER_PAIR = 4;

    /** About three in a hundred persons are twins; both must be customers and live at one address to be taken for one. */
    private static final double MOST_TWINS_PER_MATCH = 0.02;

    private final SortedMap<String, SortedSet<String>> placeholders;
    private final ComparedRows rows;
    private final RecordTable table;
    private final MatchSettings settings;
    private final PairMode mode;
    private final long[] rowHashes;
    private final PatternCounting counting;
    private final CandidatePairs candidates;
    private final TrainingSettings training;
    private final List<Aspect> aspects;
    private final List<Rival> rivals;

    /**
     * A training on one table; placeholders are looked for, and candidate pairs blocked, at once.
     *
     * @param given the records in standard form
     * @param mode which pairs are looked at
     * @param seed chooses the pairs that are sampled
     */
    public Training(RecordTable given, MatchSettings settings, PairMode mode, long seed) {
        this.placeholders = new PlaceholderSearch(given).find();
        this.table = given.without(Map.copyOf(placeholders));
        this.settings = settings;
        this.mode = mode;
        this.training = settings.training().orElseGet(TrainingSettings::standard);
        this.aspects = settings.comparisons().stream()
                .map(comparison -> Aspect.of(
                        comparison.kind(),
                        table.columns()
                                .get(table.column(comparison.attribute()))
                                .attribute()))
                .toList();
        this.rivals = Arrays.stream(Rival.values())
                .filter(rival -> rival != Rival.STRANGERS && Aspect.canTell(rival, Set.copyOf(aspects)))
                .toList();
        this.rowHashes = rowHashes(table, seed);
        this.rows = ComparedRows.of(settings.comparisons(), table).prepared();
        this.counting = new PatternCounting(rows);
        this.candidates = CandidatePairs.of(table, Blocking.of(settings.blocking()), settings.maxBlockSize(), mode);
    }

    private static long[] rowHashes(RecordTable table, long seed) {
        long[] hashes = new long[table.size()];
        IntStream.range(0, hashes.length)
                .parallel()
                .forEach(row -> hashes[row] = table.id(row).drawn(seed));
        return hashes;
    }

    /** Trains; the same table, settings and seed give the same model on any number of threads. */
    public TrainedModel train() {
        return train(ExpectationMaximisation.MOST_ITERATIONS);
    }

    TrainedModel train(int mostIterations) {
        RandomPairs random = new RandomPairs(table, mode, rowHashes, training.samplePairs());
        Pattern[] randomPatterns =
                counting.count(random.size(), random::left, random::right).sorted();
        double allPairs = Math.max(1, candidates.statistics().possiblePairs());
        OptionalDouble byRules = priorByRules(allPairs);
        PairSample sample = candidateSample();
        Pattern[] patterns =
                counting.count(sample.size(), sample::left, sample::right).sorted();
        ExpectationMaximisation estimate = new ExpectationMaximisation(
                patterns,
                sample.weight(),
                allPairs,
                levelCounts(randomPatterns),
                start(),
                rivals.stream().map(this::likenesses).toList(),
                rivals.stream()
                        .mapToDouble(rival -> rival == Rival.TWINS ? MOST_TWINS_PER_MATCH : Double.MAX_VALUE)
                        .toArray(),
                byRules.orElse(FIRST_PRIOR),
                byRules.isPresent());
        estimate.run(mostIterations);
        MatchModel model = model(estimate, allPairs).frozenOn(table, settings, candidates.refinement());
        return new TrainedModel(
                model,
                new DiagnosticsGathering(settings.comparisons(), model, estimate, randomPatterns, patterns)
                        .diagnostics(sample.weight()));
    }

    /** The rows that the model is trained on, without placeholders. */
    public ComparedRows rows() {
        return rows;
    }

    /** The candidate pairs of these rows, by the blocking that is frozen in the model. */
    public CandidatePairs candidates() {
        return candidates;
    }

    /** About as many candidate pairs as are wanted; begins by taking one in so many that it need not look at most of them. */
    private PairSample candidateSample() {
        int wanted = Math.max(1, training.samplePairs() / RANDOM_PER_CANDIDATE);
        long bound = candidates.statistics().pairBound() / RULES_PER_PAIR;
        int shift = Long.SIZE - Long.numberOfLeadingZeros(bound / (2L * wanted));
        PairSample sample = candidateSample(wanted, shift);
        while (sample.size() < wanted && shift > 0) {
            shift--;
            sample = candidateSample(wanted, shift);
        }
        return sample;
    }

    private PairSample candidateSample(int wanted, int shift) {
        return IntStream.range(0, candidates.ranges())
                .parallel()
                .mapToObj(range -> {
                    PairSample sample = new PairSample(rowHashes, wanted, shift);
                    candidates.forEachWanted(range, sample::isWanted, sample::offer);
                    return sample;
                })
                .reduce((one, other) -> {
                    one.offerAll(other);
                    return one;
                })
                .orElseGet(() -> new PairSample(rowHashes, wanted, shift));
    }

    /** The prior that the deterministic rules show: the pairs that any of them brings, over the share of the matches that they find. */
    private OptionalDouble priorByRules(double allPairs) {
        if (training.matchRules().isEmpty()) {
            return OptionalDouble.empty();
        }
        List<BlockingRule> rules = training.matchRules().stream()
                .map(parts -> new BlockingRule(parts, List.of()))
                .toList();
        CandidatePairs pairs = CandidatePairs.of(table, Blocking.of(rules), settings.maxBlockSize(), mode);
        for (int range = 0; range < pairs.ranges(); range++) {
            pairs.forEach(range, (left, right) -> {});
        }
        double matches = Math.max(1, pairs.statistics().comparedPairs()) / training.recall();
        return OptionalDouble.of(Math.min(GREATEST_PRIOR, matches / allPairs));
    }

    private double[][] levelCounts(Pattern[] patterns) {
        double[][] counts = new double[settings.comparisons().size()][];
        for (int comparison = 0; comparison < counts.length; comparison++) {
            counts[comparison] =
                    new double[settings.comparisons().get(comparison).levels().size()];
        }
        for (Pattern pattern : patterns) {
            for (int comparison = 0; comparison < counts.length; comparison++) {
                int level = pattern.level(comparison);
                if (level >= 0) {
                    counts[comparison][level] += pattern.pairs();
                }
            }
        }
        return counts;
    }

    private Likeness[] likenesses(Rival rival) {
        return aspects.stream().map(aspect -> aspect.likeness(rival)).toArray(Likeness[]::new);
    }

    /** The m that training starts from: what is configured, or that most matches agree. */
    private static double start(LevelSettings level) {
        if (level.m() > 0) {
            return level.m();
        }
        return level.level().equals(LevelTest.EXACT.word()) ? MOSTLY_EXACT : SELDOM;
    }

    private double[][] start() {
        return settings.comparisons().stream()
                .map(comparison -> {
                    double[] m = comparison.levels().stream()
                            .mapToDouble(Training::start)
                            .toArray();
                    double sum = Arrays.stream(m).sum();
                    for (int level = 0; level < m.length; level++) {
                        m[level] /= sum;
                    }
                    return m;
                })
                .toArray(double[][]::new);
    }

    private MatchModel model(ExpectationMaximisation estimate, double allPairs) {
        List<ComparisonProbabilities> probabilities = new ArrayList<>();
        for (int comparison = 0; comparison < settings.comparisons().size(); comparison++) {
            ComparisonSettings compared = settings.comparisons().get(comparison);
            List<LevelProbabilities> levels = new ArrayList<>();
            for (int level = 0; level < compared.levels().size(); level++) {
                levels.add(new LevelProbabilities(
                        compared.levels().get(level).level(),
                        estimate.m(comparison, level),
                        estimate.u(comparison, level)));
            }
            probabilities.add(new ComparisonProbabilities(compared.name(), levels));
        }
        List<RivalModel> known = new ArrayList<>();
        for (int rival = 0; rival < rivals.size(); rival++) {
            if (estimate.rivalPrior(rival) * allPairs >= FEWEST_RIVALS) {
                known.add(rival(estimate, rival));
            }
        }
        return new MatchModel(estimate.prior(), probabilities, known, List.of(), placeholders, Optional.empty());
    }

    private RivalModel rival(ExpectationMaximisation estimate, int rival) {
        List<RivalComparison> comparisons = new ArrayList<>();
        for (int comparison = 0; comparison < settings.comparisons().size(); comparison++) {
            ComparisonSettings compared = settings.comparisons().get(comparison);
            List<Double> levels = new ArrayList<>();
            for (int level = 0; level < compared.levels().size(); level++) {
                levels.add(estimate.rival(rival, comparison, level));
            }
            comparisons.add(new RivalComparison(compared.name(), levels));
        }
        return new RivalModel(rivals.get(rival), estimate.rivalPrior(rival), comparisons);
    }
}
