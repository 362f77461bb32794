package io.goldsmith.bench.match;

/** A part of {@code bench match} that can be measured alone. */
enum MatchPart {
    /** Kernels by JMH. */
    KERNELS,
    /** Whole processes. */
    PROCESSES,
    /** Scoring, and what share of the truth is brought and found. */
    SCORING,
    /** One record against an index. */
    INDEX
}
