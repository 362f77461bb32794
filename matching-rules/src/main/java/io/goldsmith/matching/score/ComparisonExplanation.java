package io.goldsmith.matching.score;

import java.util.List;

/**
 * What one comparison contributed to a pair's weight.
 *
 * @param comparison the comparison's name
 * @param level the level that held, {@code missing} if a side had no value
 * @param weight its match weight with the term frequency adjustment, in the units of {@link MatchWeight}
 * @param termFrequencyAdjustment the part of the weight that comes from how common the value is, 0 if not adjusted
 * @param left the standard values compared on the left; empty if missing
 * @param right the standard values compared on the right; empty if missing
 */
public record ComparisonExplanation(
        String comparison,
        String level,
        int weight,
        int termFrequencyAdjustment,
        List<String> left,
        List<String> right) {}
