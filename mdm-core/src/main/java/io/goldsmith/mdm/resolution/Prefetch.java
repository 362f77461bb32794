package io.goldsmith.mdm.resolution;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that prepare the next pieces of work while their owner writes the one before.
 *
 * @param <P> a prepared piece
 */
final class Prefetch<P> implements AutoCloseable {

    private final ExecutorService threads;

    /** With one thread: a piece is prepared after those started before. */
    Prefetch() {
        this(1);
    }

    Prefetch(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** Starts preparing a piece, as soon as a thread is free. */
    Future<P> start(Callable<P> preparation) {
        return threads.submit(preparation);
    }

    /**
     * Waits for a piece; a failure of its preparation is thrown here.
     *
     * @throws InterruptedResolutionException if the waiting thread is interrupted
     */
    P result(Future<P> piece) {
        try {
            return piece.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("Preparing a piece of a batch failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedResolutionException();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
