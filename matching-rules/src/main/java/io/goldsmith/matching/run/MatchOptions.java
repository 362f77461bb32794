package io.goldsmith.matching.run;

import io.goldsmith.matching.block.PairMode;
import java.util.Objects;

/**
 * How a batch is run; never what comes out of it for a mode.
 *
 * @param mode which pairs are looked at
 * @param threads how many threads work, at least 1
 */
public record MatchOptions(PairMode mode, int threads) {

    public MatchOptions {
        Objects.requireNonNull(mode, "mode");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads + ".");
        }
    }

    /** All pairs, on as many threads as the machine has processors. */
    public static MatchOptions defaults() {
        return new MatchOptions(PairMode.LINK_AND_DEDUPE, Runtime.getRuntime().availableProcessors());
    }
}
