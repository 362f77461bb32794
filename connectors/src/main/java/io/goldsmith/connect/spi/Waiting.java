package io.goldsmith.connect.spi;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that end early when the connectors close. */
public final class Waiting implements AutoCloseable {

    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Waits.
     *
     * @return false if the connectors are closing: give up
     */
    public boolean pause(Duration duration) {
        try {
            return !closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the connectors are closing. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
