package io.goldsmith.mdm.publish;

import java.time.Instant;

/** Where a new consumer starts to read the outbox. */
public sealed interface StartingPoint {

    /** After a position: 0 for everything there ever was. */
    record AfterPosition(long position) implements StartingPoint {}

    /**
     * With what consumers could see from an instant on: every event that occurred at it or later, and before them perhaps some that
     * had occurred but had no position yet.
     */
    record AtInstant(Instant instant) implements StartingPoint {}

    /** With what happens from now on. */
    record Now() implements StartingPoint {}
}
