package io.goldsmith.matching.score;

/**
 * Weights against four rivals in two words, two each, so that they are summed with two additions. The low half is signed: a borrow from
 * the high half is made good when it is read.
 */
final class Weights {

    /** How many rivals one word holds. */
    static final int PER_WORD = 2;

    private Weights() {}

    static long of(int high, int low) {
        return ((long) high << 32) + low;
    }

    static int high(long weights) {
        return (int) ((weights - (int) weights) >> 32);
    }

    static int low(long weights) {
        return (int) weights;
    }

    static int smaller(long weights) {
        return Math.min(high(weights), low(weights));
    }
}
