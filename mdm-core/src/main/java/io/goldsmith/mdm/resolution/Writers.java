package io.goldsmith.mdm.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Several threads that resolve a few hundred records at once. */
final class Writers {

    /** More would wait for the same disk. */
    private static final int MOST = 8;

    /** Fewer records are not worth a thread of their own. */
    private static final int RECORDS_PER_WRITER = 10;

    private Writers() {}

    /** Takes what came of one record, in the caller's thread. */
    interface Outcome {
        void take(ResolutionTally part, int done);
    }

    /**
     * Has work done for each record, in no certain order, and waits for it.
     *
     * @throws InterruptedResolutionException if the waiting thread is interrupted
     */
    static void each(List<Long> recordIds, LongFunction<ResolutionTally> work, Outcome outcome) {
        int threads = Math.min(MOST, recordIds.size() / RECORDS_PER_WRITER);
        if (threads < 2) {
            int done = 0;
            for (Long recordId : recordIds) {
                outcome.take(work.apply(recordId), ++done);
            }
            return;
        }
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ResolutionTally>> parts = new ArrayList<>(recordIds.size());
            for (Long recordId : recordIds) {
                parts.add(writers.submit(() -> work.apply(recordId)));
            }
            for (int i = 0; i < parts.size(); i++) {
                outcome.take(result(parts.get(i)), i + 1);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private static ResolutionTally result(Future<ResolutionTally> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("Resolving a record failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedResolutionException();
        }
    }
}
