package io.goldsmith.matching.suggest;

import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.model.Thresholds;
import java.util.List;

/**
 * A configuration that is suggested for some files.
 *
 * @param files what was found in them
 * @param comparisons what is compared
 * @param silent the attributes whose comparisons were dropped because agreement in them hardly tells
 * @param rules the blocking rules, in the order in which they were chosen
 * @param thresholds the thresholds
 * @param prior the probability that two records match, as estimated
 * @param maxBlockSize the most records of a block
 * @param likely how many likely matches the rules were chosen by
 */
public record Suggestion(
        SurveyedFiles files,
        List<ComparisonSettings> comparisons,
        List<String> silent,
        List<ChosenRule> rules,
        Thresholds thresholds,
        double prior,
        int maxBlockSize,
        long likely) {

    public Suggestion {
        comparisons = List.copyOf(comparisons);
        silent = List.copyOf(silent);
        rules = List.copyOf(rules);
    }

    /** The suggestion as a complete match.yaml with the reasons as comments; the same suggestion makes the same text. */
    public String yaml() {
        return new MatchYaml(this).text();
    }
}
