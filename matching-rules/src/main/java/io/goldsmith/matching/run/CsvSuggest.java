package io.goldsmith.matching.run;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.model.Thresholds;
import io.goldsmith.matching.model.Training;
import io.goldsmith.matching.model.TrainingSettings;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.matching.suggest.ChosenRule;
import io.goldsmith.matching.suggest.ComparisonEvidence;
import io.goldsmith.matching.suggest.MatchDesign;
import io.goldsmith.matching.suggest.RuleSearch;
import io.goldsmith.matching.suggest.Suggestion;
import io.goldsmith.matching.suggest.SurveyedFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Proposes a configuration for CSV files: surveys their columns, trains a model over many blocking rules, and keeps the rules that bring
 * the likely matches in the fewest pairs. The same files and seed give the same proposal on any number of threads.
 *
 * @param files the files; with several, an id is prefixed by its file's name
 * @param idColumn the column that holds the id
 * @param ignored columns that are not looked at
 * @param threads how many threads work, at least 1
 * @param seed chooses the records and the pairs that are looked at
 */
public record CsvSuggest(List<Path> files, String idColumn, Set<String> ignored, int threads, long seed) {

    private static final Thresholds THRESHOLDS = new Thresholds(0.9, 0.3, 0.2);
    private static final double FIRST_PRIOR = 1e-4;

    public CsvSuggest {
        files = List.copyOf(files);
        ignored = Set.copyOf(ignored);
    }

    /**
     * Surveys, trains, measures and chooses.
     *
     * @throws io.goldsmith.matching.MatchingException if a file cannot be read or nothing in it can be compared, with what to do
     */
    public Suggestion run(MatchProgress progress) {
        SurveyedFiles surveyed = SurveyedFiles.survey(files, idColumn, ignored, seed, progress::advanced);
        PairMode mode = files.size() == 1 ? PairMode.DEDUPE : PairMode.LINK_AND_DEDUPE;
        RuleSearch search = new RuleSearch(surveyed, mode, threads, progress::advanced);
        MatchSettings generous = settings(surveyed.design(), search.generous(), search.maxBlockSizeOfSample());
        progress.advanced("train", 0, 1);
        Training training = new Training(surveyed.table(), generous, mode, seed);
        MatchModel model = training.train().model();
        progress.advanced("train", 1, 1);
        Matching matching = Matching.of(surveyed.design().attributes(), generous, model);
        RecordTable table = training.rows().table();
        ScoredPairs pairs = matching.scorePairs(training.candidates(), training.rows(), threads, progress);
        int automatic = MatchWeight.ofProbability(THRESHOLDS.automatic());
        int[] likely = IntStream.range(0, pairs.size())
                .filter(pair -> pairs.weight(pair) >= automatic)
                .toArray();
        List<ChosenRule> rules = search.choose(
                Arrays.stream(likely).map(pairs::left).toArray(),
                Arrays.stream(likely).map(pairs::right).toArray());
        List<ComparisonSettings> comparisons = surveyed.design().comparisons();
        ComparisonEvidence evidence = new ComparisonEvidence(model);
        return new Suggestion(
                surveyed,
                comparisons.stream().filter(evidence::tells).toList(),
                comparisons.stream()
                        .filter(comparison -> !evidence.tells(comparison))
                        .map(ComparisonSettings::attribute)
                        .toList(),
                rules,
                THRESHOLDS,
                model.prior(),
                search.maxBlockSize(),
                likely.length);
    }

    private static MatchSettings settings(MatchDesign design, List<BlockingRule> rules, int maxBlockSize) {
        return new MatchSettings(
                THRESHOLDS,
                FIRST_PRIOR,
                maxBlockSize,
                rules,
                design.comparisons(),
                design.exclusive(),
                List.of(),
                design.derived(),
                Optional.of(TrainingSettings.standard()));
    }
}
