package io.goldsmith.matching.block;

/**
 * How large blocks may be.
 *
 * @param rows the most rows of a block; a model's refinement is made so that no block of its training records has more
 * @param frozen whether the refinement is frozen, so that a larger block is one that has outgrown the bound since
 */
public record SizeBound(int rows, boolean frozen) {

    /** Up to how many times the bound an outgrown block is still compared. */
    private static final int OUTGROWN = 10;

    public SizeBound {
        if (rows < 1) {
            throw new IllegalArgumentException("max-block-size must be at least 1, but is " + rows + ".");
        }
    }

    /** Whether a key is refined or gives no block. */
    boolean isTooLarge(CompiledRule rule, long key, int size) {
        return frozen ? rule.isTooLarge(key) : size > rows;
    }

    /** Whether a block is above the bound under a frozen refinement. */
    boolean isOutgrown(int size) {
        return size > rows;
    }

    /** Whether a block is given up although its key may stand. */
    boolean isPastTheLimit(int size) {
        return size > limit();
    }

    /** The most rows of a block that has outgrown the bound. */
    public int limit() {
        return (int) Math.min(Integer.MAX_VALUE, (long) rows * OUTGROWN);
    }
}
