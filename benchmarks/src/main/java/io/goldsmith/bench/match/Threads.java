package io.goldsmith.bench.match;

import io.goldsmith.bench.figure.BenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** As many threads as the machine has processors, each with work of its own, timed together. */
final class Threads {

    /** How many there are. */
    static final int COUNT = Runtime.getRuntime().availableProcessors();

    private Threads() {}

    /**
     * What all threads did.
     *
     * @param count how many calls they made
     * @param seconds from the start of the first to the end of the last
     */
    record Work(long count, double seconds) {

        double perSecond() {
            return count / seconds;
        }
    }

    /**
     * Runs work on every thread.
     *
     * @param startNanos since when time counts, by {@link System#nanoTime()}
     * @param work the work of each thread by its number from 0; answers how many calls it made
     */
    static Work run(long startNanos, IntFunction<Callable<Long>> work) {
        ExecutorService executor = Executors.newFixedThreadPool(COUNT);
        try {
            List<Future<Long>> parts = new ArrayList<>();
            for (int thread = 0; thread < COUNT; thread++) {
                parts.add(executor.submit(work.apply(thread)));
            }
            long count = 0;
            for (Future<Long> part : parts) {
                count += part.get();
            }
            return new Work(count, (System.nanoTime() - startNanos) / 1e9);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark was interrupted; run it again.", interrupted);
        } catch (ExecutionException failed) {
            throw new BenchException(
                    "The measured work failed: " + failed.getCause().getMessage(), failed.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
