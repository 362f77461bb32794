package io.goldsmith.bench.accuracy;

import io.goldsmith.bench.customers.LabelledMatch;
import io.goldsmith.matching.evaluate.Evaluation;

/**
 * What a labelled file came to.
 *
 * @param records how many records were matched
 * @param pairs how many pairs were compared
 * @param evaluation how well the clusters agree with the labels
 * @param seconds from reading to clusters
 */
record Accuracy(int records, long pairs, Evaluation evaluation, double seconds) {

    /** Keeps the numbers and lets go of the table. */
    static Accuracy of(LabelledMatch match) {
        return new Accuracy(
                match.result().table().size(),
                match.result().pairs().statistics().comparedPairs(),
                match.evaluation(),
                match.seconds());
    }
}
