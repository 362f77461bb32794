package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of one table as its comparisons look at them: up to sixteen numbers a row, which fill one cache line. For each comparison the
 * element that the row holds; 0 if it holds none, and where it holds several the code of their list, negated. Behind them, for
 * comparisons with an exact swap, what the row's value is in the other attribute, and the value that the other attribute has. Immutable, thread-safe.
 */
public final class ComparedRows {

    private static final int LINE = 16;
    private static final int ROWS_WORTH_THREADS = 1 << 14;

    private final RecordTable table;
    private final Comparison[] comparisons;
    private final int[] codes;
    private final int stride;
    private final int[] swapSlots;

    private ComparedRows(RecordTable table, Comparison[] comparisons) {
        this.table = table;
        this.comparisons = comparisons;
        this.swapSlots = new int[comparisons.length];
        int width = comparisons.length;
        for (int comparison = 0; comparison < comparisons.length; comparison++) {
            swapSlots[comparison] = comparisons[comparison].swapsExactly() ? width : -1;
            width += comparisons[comparison].swapsExactly() ? 2 : 0;
        }
        this.stride = width > LINE / 2 && width < LINE ? LINE : width;
        int rows = table.size();
        if ((long) rows * stride > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("At most " + (Integer.MAX_VALUE - 8) / stride
                    + " records can be compared with these comparisons at once; split the input.");
        }
        this.codes = new int[rows * stride];
        IntStream range = IntStream.range(0, rows);
        (rows >= ROWS_WORTH_THREADS ? range.parallel() : range).forEach(this::fill);
    }

    /**
     * Binds comparisons, whose settings have been checked, to a table.
     *
     * @throws IllegalArgumentException if the settings name a level or an attribute that does not exist
     * @throws IllegalStateException if the table has too many rows to be compared at once
     */
    public static ComparedRows of(List<ComparisonSettings> comparisons, RecordTable table) {
        return new ComparedRows(
                table,
                comparisons.stream()
                        .map(comparison -> Comparison.of(comparison, table))
                        .toArray(Comparison[]::new));
    }

    private void fill(int row) {
        int start = start(row);
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

    /** These rows, with what their comparisons need prepared side by side: who compares many pairs would wait for it one after the other. */
    public ComparedRows prepared() {
        if (table.size() >= ROWS_WORTH_THREADS) {
            Arrays.stream(comparisons).parallel().forEach(Comparison::prepare);
        }
        return this;
    }

    /** The table whose rows these are. */
    public RecordTable table() {
        return table;
    }

    /** The comparisons, in the order of the settings. */
    public List<Comparison> comparisons() {
        return List.of(comparisons);
    }

    /** The numbers of all rows, for the scorer's inner loop; not to be changed. */
    public int[] codes() {
        return codes;
    }

    /** Where the numbers of a row begin. */
    public int start(int row) {
        return row * stride;
    }

    /** The levels of pairs of these rows, for one thread. */
    public PairLevels levels(boolean remembers) {
        return new PairLevels(this, remembers);
    }

    Comparison comparison(int number) {
        return comparisons[number];
    }

    /** Whether two rows hold each other's value of the other attribute. */
    boolean isSwapped(int comparison, int left, int right) {
        int slot = swapSlots[comparison];
        if (slot < 0) {
            return comparisons[comparison].isSwapped(left, right);
        }
        int one = start(left) + slot;
        int other = start(right) + slot;
        return codes[one + 1] != Column.MISSING && codes[one] == codes[other + 1] && codes[other] == codes[one + 1];
    }
}
