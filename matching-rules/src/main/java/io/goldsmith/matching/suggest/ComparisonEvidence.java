package io.goldsmith.matching.suggest;

import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.model.MatchModel;

/** How much the comparisons of a trained model tell of a match. */
public final class ComparisonEvidence {

    private static final double FEWEST_BITS = 0.7;

    private final MatchModel model;

    /** What a model says of its comparisons. */
    public ComparisonEvidence(MatchModel model) {
        this.model = model;
    }

    /** The weight that a match gets from a comparison on average, in bits (the Kullback-Leibler divergence of m from u), at least 0. */
    double bits(ComparisonSettings comparison) {
        double bits = 0;
        for (LevelSettings level : model.levels(comparison)) {
            bits += level.m() * Math.log(level.m() / level.u()) / Math.log(2);
        }
        return Math.max(0, bits);
    }

    /** Whether a comparison is worth making: words of a closed list, such as a status, often agree among strangers as among matches. */
    public boolean tells(ComparisonSettings comparison) {
        return comparison.kind() != ComparisonKind.CODE || bits(comparison) >= FEWEST_BITS;
    }
}
