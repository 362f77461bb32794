package io.goldsmith.bench.match;

import java.util.OptionalLong;

/**
 * How many records are matched, and how often.
 *
 * @param small the smaller number, matched once
 * @param large the greater number
 * @param runs how often the greater number is matched; the median counts
 * @param huge a number that is matched once in a larger heap, if any
 * @param rounds how often scoring is measured beside its reference; the medians count
 * @param searches how many single records are looked up in an index of the greater number
 */
record MatchScale(long small, long large, int runs, OptionalLong huge, int rounds, int searches) {

    static final long MILLION = 1_000_000;
    static final long HUGE = 5_000_000;

    static final MatchScale FULL = new MatchScale(100_000, MILLION, 3, OptionalLong.of(HUGE), 5, 20_000);
    static final MatchScale QUICK = new MatchScale(20_000, 100_000, 1, OptionalLong.empty(), 2, 3_000);
}
