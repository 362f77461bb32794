package io.goldsmith.matching.score;

import java.util.List;

/**
 * Why a pair has its score, as data: the console, the API and the audit trail render it. Its {@code priorWeight} and the weights of
 * the comparisons sum to the weight of the score.
 *
 * @param score the pair's score
 * @param rival what the pair is measured against
 * @param priorWeight the weight of the prior, in the units of {@link MatchWeight}
 * @param comparisons one entry per comparison, in the order of the configuration
 */
public record PairExplanation(PairScore score, Rival rival, int priorWeight, List<ComparisonExplanation> comparisons) {}
