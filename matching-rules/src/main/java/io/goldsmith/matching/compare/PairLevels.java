package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;

/** The levels of pairs of one table's rows. Where few values make many pairs it remembers their levels. For one thread. */
public final class PairLevels {

    private static final int MEMO_BITS = 15;

    /** With more distinct values than this a pair of them seldom comes twice, and looking it up costs more than comparing it. */
    private static final int MOST_VALUES_REMEMBERED = 20_000;

    private final ComparedRows rows;
    private final int[] codes;
    private final LevelMemo[] memos;

    PairLevels(ComparedRows rows, boolean remembers) {
        this.rows = rows;
        this.codes = rows.codes();
        this.memos = new LevelMemo[rows.comparisons().size()];
        for (int comparison = 0; comparison < memos.length && remembers; comparison++) {
            memos[comparison] = isWorthAMemo(rows.comparison(comparison)) ? new LevelMemo(MEMO_BITS) : null;
        }
    }

    private static boolean isWorthAMemo(Comparison comparison) {
        return !comparison.isSettledForDifferent() && comparison.column().elementCodes() <= MOST_VALUES_REMEMBERED;
    }

    /** The first level of a comparison that holds for two rows, or {@link Comparison#MISSING}. */
    public int level(int comparison, int left, int right) {
        int one = codes[rows.start(left) + comparison];
        int other = codes[rows.start(right) + comparison];
        if (one == Column.MISSING || other == Column.MISSING) {
            return Comparison.MISSING;
        }
        if ((one | other) < 0) {
            return ofLists(comparison, left, right, one, other);
        }
        return one == other
                ? rows.comparison(comparison).levelOfEqualElements()
                : ofDifferent(comparison, left, right, one, other);
    }

    /** The level of two rows of which at least one holds several elements. */
    public int ofLists(int comparison, int left, int right, int one, int other) {
        Comparison compared = rows.comparison(comparison);
        return compared.looksAtOtherAttribute() ? compared.level(left, right) : compared.levelOfLists(one, other);
    }

    /** The level of two rows that hold one element each, which differ. */
    public int ofDifferent(int comparison, int left, int right, int one, int other) {
        Comparison compared = rows.comparison(comparison);
        if (rows.isSwapped(comparison, left, right)) {
            return compared.level(left, right);
        }
        LevelMemo memo = memos[comparison];
        if (memo == null) {
            return compared.levelOfDifferentElements(one, other);
        }
        long key = LevelMemo.key(one, other);
        int level = memo.level(key);
        if (level == LevelMemo.UNKNOWN) {
            level = compared.levelOfDifferentElements(one, other);
            memo.put(key, level);
        }
        return level;
    }
}
