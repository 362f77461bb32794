package io.goldsmith.connect.warehouse;

import io.goldsmith.connect.ConnectException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Turns something that hands out items into a stream of them, by a thread of its own and a short queue: the whole is never held. Closing the stream stops the
 * thread.
 *
 * @param <T> the items
 */
final class HandOver<T> implements Iterator<T> {

    private static final int QUEUE = 1_000;

    /** An item; empty: the end. */
    private final BlockingQueue<Optional<T>> queue = new ArrayBlockingQueue<>(QUEUE);

    private volatile boolean closed;
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private Optional<T> next = Optional.empty();
    private boolean ended;

    private HandOver() {}

    /**
     * The items that a source hands out.
     *
     * @param source is given a consumer, and hands it every item
     */
    static <T> Stream<T> of(Consumer<Consumer<T>> source) {
        HandOver<T> handOver = new HandOver<>();
        Thread thread = new Thread(() -> handOver.run(source), "goldsmith-hand-over");
        thread.setDaemon(true);
        thread.start();
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(handOver, traits), false)
                .onClose(handOver::close);
    }

    private void run(Consumer<Consumer<T>> source) {
        try {
            source.accept(item -> put(Optional.of(item)));
        } catch (RuntimeException thrown) {
            failure = Optional.of(thrown);
        } finally {
            put(Optional.empty());
        }
    }

    private void put(Optional<T> item) {
        try {
            boolean taken = closed && item.isEmpty();
            while (!taken) {
                if (closed) {
                    throw new ConnectException("The items are no longer wanted");
                }
                taken = queue.offer(item, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while handing over", interrupted);
        }
    }

    private void close() {
        closed = true;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = take();
            ended = next.isEmpty();
            if (ended && failure.isPresent()) {
                throw failure.get();
            }
        }
        return next.isPresent();
    }

    private Optional<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while waiting for items", interrupted);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more items");
        }
        T item = next.orElseThrow();
        next = Optional.empty();
        return item;
    }
}
