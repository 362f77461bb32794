package io.goldsmith.matching.run;

import io.goldsmith.matching.cluster.PairWeights;
import io.goldsmith.matching.score.PairScorer;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives threads the weights of any two rows; the scorer behind them is made when the first thread asks, which most small batches never do. */
final class WeightsOnDemand implements Supplier<PairWeights> {

    private final Supplier<PairScorer> making;
    private Optional<PairScorer> scorer = Optional.empty();

    WeightsOnDemand(Supplier<PairScorer> making) {
        this.making = making;
    }

    @Override
    public synchronized PairWeights get() {
        PairScorer first = scorer.orElseGet(making);
        scorer = Optional.of(first);
        PairScorer own = first.forThread();
        return (left, right) -> own.score(left, right).weight();
    }
}
