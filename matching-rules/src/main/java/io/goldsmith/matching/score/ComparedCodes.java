package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What comparisons look at, row by row: up to sixteen numbers, which fill one cache line. For each comparison the element that the row
 * holds; 0 if it holds none, and where it holds several the code of their list, negated. Behind them, for comparisons with an exact swap,
 * what the row's value is in the other attribute, and the value that the other attribute has. Immutable.
 */
final class ComparedCodes {

    private static final int LINE = 16;

    final int[] codes;
    final int stride;

    /** For each comparison where its swap's two numbers lie in a row; -1 if it has none that is exact. */
    final int[] swapSlots;

    ComparedCodes(List<Comparison> comparisons, RecordTable table) {
        Comparison[] array = comparisons.toArray(new Comparison[0]);
        this.swapSlots = new int[array.length];
        int width = array.length;
        for (int comparison = 0; comparison < array.length; comparison++) {
            swapSlots[comparison] = array[comparison].swapsExactly() ? width : -1;
            width += array[comparison].swapsExactly() ? 2 : 0;
        }
        this.stride = width > LINE / 2 && width < LINE ? LINE : width;
        int rows = table.size();
        if ((long) rows * stride > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("At most " + (Integer.MAX_VALUE - 8) / stride
                    + " records can be scored with these comparisons at once; split the input.");
        }
        this.codes = new int[rows * stride];
        IntStream range = IntStream.range(0, rows);
        (rows > 1 << 14 ? range.parallel() : range).forEach(row -> fill(array, row));
    }

    private void fill(Comparison[] comparisons, int row) {
        int start = row * stride;
        for (int comparison = 0; comparison < comparisons.length; comparison++) {
            Column column = comparisons[comparison].column();
            int code = comparisons[comparison].code(row);
            if (code != Column.MISSING) {
                codes[start + comparison] = column.count(code) == 1 ? column.element(code, 0) : -code;
            }
            int slot = swapSlots[comparison];
            if (slot >= 0) {
                codes[start + slot] = comparisons[comparison].ownInOther(row);
                codes[start + slot + 1] = comparisons[comparison].other(row);
            }
        }
    }

    /** Whether two rows hold each other's value of the other attribute. */
    boolean isSwapped(int slot, int one, int other) {
        return codes[one + slot + 1] != Column.MISSING
                && codes[one + slot] == codes[other + slot + 1]
                && codes[other + slot] == codes[one + slot + 1];
    }
}
