package io.goldsmith.mdm.publish;

import java.util.List;

/** The change events in the order in which consumers see them, and how far each consumer is. */
public final class Outbox {

    /**
     * Gives committed events their positions. One relay holder at a time does so, under a fenced lease; elsewhere this does
     * nothing.
     *
     * @return how many events got a position
     */
    public int relay() {
        throw new UnsupportedOperationException();
    }

    /** The events after a position, in order, at most {@code limit} (1 to 10,000). */
    public List<ChangeEvent> after(long position, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The position of the newest event, 0 if there is none. */
    public long lastPosition() {
        throw new UnsupportedOperationException();
    }

    /** How far a consumer is; 0 if it has never consumed. */
    public long cursor(String consumer) {
        throw new UnsupportedOperationException();
    }

    /** Whether the consumer has a cursor yet. */
    public boolean hasCursor(String consumer) {
        throw new UnsupportedOperationException();
    }

    /** Moves a consumer's cursor forward, in the transaction of the caller if there is one; never back. */
    public void advance(String consumer, long position) {
        throw new UnsupportedOperationException();
    }
}
