package io.goldsmith.matching.compare;

/** How two {@link PackedDate packed dates} agree; what is no date agrees with nothing. */
final class DateAgreement {

    private DateAgreement() {}

    /** Day and month exchanged, and both months possible. */
    static boolean dayMonthSwap(int one, int other) {
        return PackedDate.isWhole(one)
                && PackedDate.isWhole(other)
                && PackedDate.year(one) == PackedDate.year(other)
                && PackedDate.day(one) == PackedDate.month(other)
                && PackedDate.month(one) == PackedDate.day(other);
    }

    static boolean sameYear(int one, int other) {
        return one != 0 && other != 0 && PackedDate.year(one) == PackedDate.year(other);
    }

    /** The same month of the same year. */
    static boolean sameMonth(int one, int other) {
        return one / 100 == other / 100 && PackedDate.month(one) != 0;
    }

    /** The same day of the same month, in any year. */
    static boolean sameDayMonth(int one, int other) {
        return PackedDate.isWhole(one) && one % 10_000 == other % 10_000;
    }

    /** One date says less than the other, and nothing else. */
    static boolean compatible(int one, int other) {
        return sameYear(one, other)
                && !(PackedDate.isWhole(one) && PackedDate.isWhole(other))
                && open(PackedDate.month(one), PackedDate.month(other))
                && open(PackedDate.day(one), PackedDate.day(other));
    }

    private static boolean open(int one, int other) {
        return one == 0 || other == 0 || one == other;
    }

    /** One date may be filled up: it is a first of January of the other's year, or the first of the other's month. */
    static boolean filled(int one, int other) {
        return PackedDate.isWhole(one)
                && PackedDate.isWhole(other)
                && sameYear(one, other)
                && (isFilledFrom(one, other) || isFilledFrom(other, one));
    }

    private static boolean isFilledFrom(int filled, int date) {
        return PackedDate.day(filled) == 1
                && (PackedDate.month(filled) == 1 || PackedDate.month(filled) == PackedDate.month(date));
    }

    /** At most so many days apart. */
    static boolean withinDays(int one, int other, int days) {
        return PackedDate.isWhole(one)
                && PackedDate.isWhole(other)
                && Math.abs(PackedDate.dayNumber(one) - PackedDate.dayNumber(other)) <= days;
    }

    /** In years at most so many apart. */
    static boolean withinYears(int one, int other, int years) {
        return one != 0 && other != 0 && Math.abs(PackedDate.year(one) - PackedDate.year(other)) <= years;
    }
}
