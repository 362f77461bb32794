package io.goldsmith.matching.suggest;

/** How many pairs a record may be compared with: many in small files, where it costs nothing, few in large ones. */
final class PairBudget {

    private static final double MOST = 60;
    private static final double FEWEST = 12;
    private static final double SMALL = 10_000;
    private static final double LARGE = 1_000_000;

    private PairBudget() {}

    /** Pairs per record of files that hold so many, falling with the logarithm of their number. */
    static double perRecord(long records) {
        double share = Math.log(Math.max(SMALL, Math.min(LARGE, records)) / SMALL) / Math.log(LARGE / SMALL);
        return MOST - share * (MOST - FEWEST);
    }
}
