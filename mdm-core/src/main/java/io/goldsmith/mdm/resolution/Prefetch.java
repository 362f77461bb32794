package io.goldsmith.mdm.resolution;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One thread that prepares the next piece of work while its owner writes the one before.
 *
 * @param <P> a prepared piece
 */
final class Prefetch<P> implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** Starts preparing a piece, after those started before. */
    Future<P> start(Callable<P> preparation) {
        return thread.submit(preparation);
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
        thread.shutdownNow();
    }
}
