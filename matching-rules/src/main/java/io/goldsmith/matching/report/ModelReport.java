package io.goldsmith.matching.report;

import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.model.RivalModel;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.matching.score.TermFrequencies;
import java.util.ArrayList;
import java.util.List;

/**
 * A match model as a report shows it.
 *
 * @param prior the probability that two random records match
 * @param rivals what a pair is measured against, beside strangers
 * @param comparisons the comparisons in the order of the settings
 */
public record ModelReport(double prior, List<RivalShare> rivals, List<ComparisonReport> comparisons) {

    public ModelReport {
        rivals = List.copyOf(rivals);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Non-matches that share much.
     *
     * @param rival the word for them
     * @param prior the probability that two random records are such a pair
     */
    public record RivalShare(String rival, double prior) {}

    /**
     * One comparison.
     *
     * @param comparison its name
     * @param listedValues how many values have a term frequency of their own, 0 if none is adjusted
     * @param levels its levels in order
     */
    public record ComparisonReport(String comparison, int listedValues, List<LevelReport> levels) {

        public ComparisonReport {
            levels = List.copyOf(levels);
        }
    }

    /**
     * One level.
     *
     * @param level the level as configured
     * @param m how often it is seen among matches, from 0 to 1
     * @param u how often it is seen among strangers, from 0 to 1
     * @param rivals how often it is seen among each of the rivals, from 0 to 1
     * @param termFrequency whether its weight follows how common the value is
     */
    public record LevelReport(String level, double m, double u, List<Double> rivals, boolean termFrequency) {

        public LevelReport {
            rivals = List.copyOf(rivals);
        }

        /** The level's weight against strangers in bits, without the adjustment for how common a value is. */
        public double bits() {
            return bitsAgainst(u);
        }

        /** The level's weight in bits against those among whom it is seen so often. */
        double bitsAgainst(double share) {
            return MatchWeight.toBits(MatchWeight.ofRatio(m, share));
        }
    }

    /** The model as it applies to the settings. */
    public static ModelReport of(MatchSettings settings, MatchModel model) {
        return new ModelReport(
                model.prior(),
                model.rivals().stream()
                        .map(rival -> new RivalShare(rival.rival().word(), rival.prior()))
                        .toList(),
                settings.comparisons().stream()
                        .map(comparison -> comparison(comparison, model))
                        .toList());
    }

    private static ComparisonReport comparison(ComparisonSettings comparison, MatchModel model) {
        List<LevelSettings> levels = model.levels(comparison);
        List<LevelReport> shown = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            List<Double> rivals = new ArrayList<>();
            for (RivalModel rival : model.rivals()) {
                rivals.add(model.levels(rival, comparison).get(level));
            }
            LevelSettings settings = levels.get(level);
            shown.add(new LevelReport(settings.level(), settings.m(), settings.u(), rivals, settings.termFrequency()));
        }
        boolean isAdjusted = levels.stream().anyMatch(LevelSettings::termFrequency);
        int listed = model.termFrequencies(comparison.attribute())
                .map(TermFrequencies::values)
                .map(java.util.SortedMap::size)
                .orElse(0);
        return new ComparisonReport(comparison.name(), isAdjusted ? listed : 0, shown);
    }
}
