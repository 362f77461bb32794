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
    /** Not written: the record changed in the target since the hub last saw it, and a stewardship task waits. */
    CONFLICT,
    /** Written but for what changed in the target since the hub last saw it, which stays as it is there. */
    KEPT,
    /** A newer version took its place before it was acknowledged. */
    SUPERSEDED;

    /** Whether it is on its way to the target, or waits for a steward. */
    public boolean isUnderWay() {
        return this == PENDING || this == SENT || this == CONFLICT;
    }

    /** Whether it waits: to be sent, for a steward, or for somebody to replay it. */
    public boolean isWaiting() {
        return this == PENDING || this == CONFLICT || isDeadLetter();
    }

    /** Whether it waits for somebody to replay it. */
    public boolean isDeadLetter() {
        return this == REFUSED || this == DEAD;
    }
}
