package io.goldsmith.connect.replicate;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits to be sent, for the first time or again. */
    PENDING,
    /** Sent; the target has not answered yet. */
    SENT,
    /** The target has it. */
    ACKNOWLEDGED,
    /** The target refused it; a dead letter that can be replayed. */
    REFUSED,
    /** Its attempts are used up; a dead letter that can be replayed. */
    DEAD,
    /** A newer version took its place before it was acknowledged. */
    SUPERSEDED;

    /** Whether it waits for somebody to replay it. */
    public boolean isDeadLetter() {
        return this == REFUSED || this == DEAD;
    }
}
