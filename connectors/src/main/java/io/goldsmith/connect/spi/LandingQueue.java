package io.goldsmith.connect.spi;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches on their way into the hub, so that the next rows are read and mapped while the last ones are written. A few are landed at a time, and no more wait: a fast source
 * waits for the hub. Two batches with deliveries of one key land one after the other, in their order; what follows a landing happens in the order of the batches, on the thread
 * that adds them. Used by one thread.
 */
final class LandingQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LandingQueue.class);

    private final Function<List<Delivery>, LandingCounts> landing;
    private final int atOnce;
    private final Deque<Batch> underWay = new ArrayDeque<>();
    private ExecutorService threads;

    /**
     * @param landing lands a batch; called by several threads at a time
     * @param atOnce how many batches land at once; one more waits
     */
    LandingQueue(Function<List<Delivery>, LandingCounts> landing, int atOnce) {
        this.landing = landing;
        this.atOnce = atOnce;
    }

    /** A batch that is landing or waits for it. */
    private record Batch(
            Set<String> keys, Future<LandingCounts> outcome, Consumer<LandingCounts> counted, Runnable landed) {}

    /**
     * Adds a batch; waits if too many are under way.
     *
     * @param keys those of its deliveries
     * @param counted told what became of it, when it is landed
     * @param landed called when it and all before it are landed
     * @throws RuntimeException what failed in an earlier landing; later batches may be landed all the same
     */
    void add(List<Delivery> deliveries, Set<String> keys, Consumer<LandingCounts> counted, Runnable landed) {
        while (!underWay.isEmpty()
                && (underWay.peek().outcome.isDone() || underWay.size() > atOnce || sharesKeys(keys))) {
            takeFirst();
        }
        if (threads == null) {
            threads = Executors.newFixedThreadPool(atOnce);
        }
        underWay.add(new Batch(keys, threads.submit(() -> landing.apply(deliveries)), counted, landed));
    }

    private boolean sharesKeys(Set<String> keys) {
        return underWay.stream().anyMatch(batch -> !Collections.disjoint(batch.keys, keys));
    }

    /** Waits until all is landed. */
    void finish() {
        while (!underWay.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() {
        Batch first = underWay.remove();
        first.counted.accept(outcome(first));
        first.landed.run();
    }

    private static LandingCounts outcome(Batch batch) {
        try {
            return batch.outcome.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while landing", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new ConnectException("A batch could not be landed", failed.getCause());
        }
    }

    /**
     * Ends, well or not. What waits is not landed any more; what is landing is waited for and counted, since it cannot be called back, and nothing follows it. No thread is
     * interrupted: an embedded database would close its file.
     */
    @Override
    public void close() {
        underWay.forEach(batch -> batch.outcome.cancel(false));
        for (Batch batch : underWay) {
            if (!batch.outcome.isCancelled()) {
                countIfLanded(batch);
            }
        }
        underWay.clear();
        if (threads != null) {
            threads.shutdown();
        }
    }

    private static void countIfLanded(Batch batch) {
        try {
            batch.counted.accept(outcome(batch));
        } catch (RuntimeException failedToo) {
            LOG.debug("a batch behind one that failed was not landed either", failedToo);
        }
    }
}
