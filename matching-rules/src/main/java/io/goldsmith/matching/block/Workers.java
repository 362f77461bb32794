package io.goldsmith.matching.block;

import io.goldsmith.matching.MatchingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Numbered tasks done on several threads, each of which takes the next until none is left. */
final class Workers {

    private Workers() {}

    /**
     * Returns once every task is done.
     *
     * @throws MatchingException if the calling thread was interrupted
     */
    static void run(int threads, int tasks, IntConsumer task) {
        int workers = Math.min(threads, tasks);
        if (workers <= 1) {
            for (int number = 0; number < tasks; number++) {
                task.accept(number);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                running.add(executor.submit(() -> takeEach(next, tasks, task)));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MatchingException("Blocking was interrupted; nothing was kept of it, run it again.", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException asItWas) {
                throw asItWas;
            }
            throw new MatchingException("Blocking failed: " + failed.getCause().getMessage(), failed.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static void takeEach(AtomicInteger next, int tasks, IntConsumer task) {
        for (int number = next.getAndIncrement(); number < tasks; number = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            task.accept(number);
        }
    }
}
