package io.goldsmith.matching.standardise;

/** Brings one raw value to canonical form; its own canonical forms stay as they are. */
@FunctionalInterface
interface ValueStandardiser {
    Standardised standardise(String raw);
}
