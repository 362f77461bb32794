package io.goldsmith.matching.run;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.score.PairScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Scores candidate pairs on several threads; each takes the next range until none is left, into columns of its own. */
final class BatchScoring {

    private final CandidatePairs candidates;
    private final MatchProgress progress;
    private final AtomicInteger nextRange = new AtomicInteger();
    private int done;

    BatchScoring(CandidatePairs candidates, MatchProgress progress) {
        this.candidates = candidates;
        this.progress = progress;
    }

    /** The pairs from the review threshold on, sorted: which thread scored a pair leaves no trace. */
    ScoredPairs score(PairScorer scorer, int threads) {
        ScoredPairs.Builder all = ScoredPairs.builder();
        int workers = Math.max(1, Math.min(threads, candidates.ranges()));
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            List<Future<ScoredPairs.Builder>> parts = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                parts.add(executor.submit(() -> work(scorer.forThread())));
            }
            for (Future<ScoredPairs.Builder> part : parts) {
                all.addAll(part.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MatchingException("Scoring was interrupted; nothing was kept of it, run it again.", interrupted);
        } catch (ExecutionException failed) {
            throw new MatchingException("Scoring failed: " + failed.getCause().getMessage(), failed.getCause());
        } finally {
            executor.shutdownNow();
        }
        return all.statistics(candidates.statistics()).build();
    }

    private ScoredPairs.Builder work(PairScorer scorer) {
        ScoredPairs.Builder found = ScoredPairs.builder();
        CandidatePairs.PairConsumer consumer = new Consumer(scorer, found);
        int range = nextRange.getAndIncrement();
        while (range < candidates.ranges() && !Thread.currentThread().isInterrupted()) {
            candidates.forEach(range, consumer);
            advance();
            range = nextRange.getAndIncrement();
        }
        return found;
    }

    /** Scores pairs and keeps those from the review threshold on. */
    private record Consumer(PairScorer scorer, ScoredPairs.Builder found) implements CandidatePairs.PairConsumer {

        @Override
        public void expect(int[] rows, int from, int to) {
            scorer.fetch(rows, from, to);
        }

        @Override
        public void accept(int left, int right) {
            int weight = scorer.weightFromReview(left, right);
            if (weight != PairScorer.BELOW_REVIEW) {
                found.add(left, right, weight);
            }
        }
    }

    private synchronized void advance() {
        done++;
        progress.advanced("score", done, candidates.ranges());
    }
}
