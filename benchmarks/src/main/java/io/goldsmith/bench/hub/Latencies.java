package io.goldsmith.bench.hub;

import java.util.Arrays;

/** How long single calls took. */
public final class Latencies {

    private final long[] nanos;

    /**
     * @param nanos of each call, at least one
     */
    public Latencies(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /**
     * The time within which a share of the calls ended, in milliseconds.
     *
     * @param share from 0 to below 1
     */
    public double within(double share) {
        return nanos[(int) (nanos.length * share)] / 1e6;
    }

    public double slowest() {
        return nanos[nanos.length - 1] / 1e6;
    }
}
