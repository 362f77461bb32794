package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;

/**
 * Whole dates with their eight digits in four bits each, so that one typing error between two of them is told by a few operations: the
 * same answer as {@link EditDistance#DAMERAU} gives for their texts, whose hyphens no error moves. Immutable.
 */
final class DateDigits {

    /** What stands for a value that is no whole date. */
    private static final int NONE = 0;

    private static final int DIGIT = 4;
    private static final int BELOW_YEAR = 4 * DIGIT;
    private static final int BELOW_MONTH = 2 * DIGIT;

    private final int[] digits;

    DateDigits(Column column) {
        digits = new int[column.elementCodes()];
        for (int element = 1; element < digits.length; element++) {
            int date = PackedDate.parse(column.text(element));
            digits[element] = PackedDate.isWhole(date) ? packed(date) : NONE;
        }
    }

    private static int packed(int date) {
        int packed = 0;
        int rest = date;
        for (int shift = 0; shift < Integer.SIZE; shift += DIGIT) {
            packed |= rest % 10 << shift;
            rest /= 10;
        }
        return packed;
    }

    /** Whether two values are whole dates. */
    boolean areWhole(int one, int other) {
        return digits[one] != NONE && digits[other] != NONE;
    }

    /** Whether two different whole dates differ in one digit, or in two neighbouring ones that are exchanged. */
    boolean oneOff(int one, int other) {
        int left = digits[one];
        int right = digits[other];
        int different = left ^ right;
        int first = Integer.numberOfTrailingZeros(different) & -DIGIT;
        int beyond = different >>> first >>> DIGIT;
        if (beyond == 0) {
            return true;
        }
        int second = first + DIGIT;
        return beyond >>> DIGIT == 0
                && second != BELOW_MONTH
                && second != BELOW_YEAR
                && (left >>> first & 0xF) == (right >>> second & 0xF)
                && (left >>> second & 0xF) == (right >>> first & 0xF);
    }
}
