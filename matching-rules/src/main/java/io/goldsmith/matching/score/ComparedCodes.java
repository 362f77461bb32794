package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.Comparison;
import java.util.List;
import java.util.stream.IntStream;

/** The codes that comparisons look at, row by row: with up to sixteen comparisons a row fills one cache line. Immutable. */
final class ComparedCodes {

    private static final int LINE = 16;

    private final int[] codes;
    private final int stride;

    ComparedCodes(List<Comparison> comparisons, int rows) {
        int width = comparisons.size();
        this.stride = width > LINE / 2 && width < LINE ? LINE : width;
        if ((long) rows * stride > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("At most " + (Integer.MAX_VALUE - 8) / stride
                    + " records can be scored with " + width + " comparisons at once; split the input.");
        }
        this.codes = new int[rows * stride];
        Comparison[] array = comparisons.toArray(new Comparison[0]);
        IntStream range = IntStream.range(0, rows);
        (rows > 1 << 14 ? range.parallel() : range).forEach(row -> {
            for (int comparison = 0; comparison < array.length; comparison++) {
                codes[row * stride + comparison] = array[comparison].code(row);
            }
        });
    }

    int[] codes() {
        return codes;
    }

    int stride() {
        return stride;
    }
}
