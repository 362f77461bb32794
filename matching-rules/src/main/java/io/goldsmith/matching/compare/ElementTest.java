package io.goldsmith.matching.compare;

/** A level's test on two different elements of one column, by their codes. Symmetric, thread-safe, immutable but for what it remembers. */
@FunctionalInterface
interface ElementTest {

    boolean holds(int one, int other);
}
