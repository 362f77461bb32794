package io.goldsmith.connect.capture;

/** How much of its log the server keeps for the slot, as it was seen last. Thread-safe. */
final class SlotLag {

    private volatile double bytes = Double.NaN;

    void seen(long retained) {
        bytes = retained;
    }

    /** This node reads the slot no longer. */
    void unknown() {
        bytes = Double.NaN;
    }

    /** In bytes; not a number if this node does not read the slot. */
    double bytes() {
        return bytes;
    }
}
