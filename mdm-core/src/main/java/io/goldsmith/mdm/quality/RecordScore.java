package io.goldsmith.mdm.quality;

import java.util.Map;

/**
 * How good the data of one record are.
 *
 * @param hundredths each {@link Dimension} in hundredths of a point, 0 to 10,000
 */
public record RecordScore(Map<Dimension, Integer> hundredths) {

    /** All of a dimension. */
    static final int WHOLE = 10_000;

    private static final double HUNDRED = 100;

    public RecordScore {
        hundredths = Map.copyOf(hundredths);
    }

    /** One dimension, 0 to 100. */
    public double of(Dimension dimension) {
        return hundredths.get(dimension) / HUNDRED;
    }

    /** The mean of the dimensions, 0 to 100. */
    public double overall() {
        return overallHundredths() / HUNDRED;
    }

    int overallHundredths() {
        int sum = hundredths.values().stream().mapToInt(Integer::intValue).sum();
        return Math.round((float) sum / hundredths.size());
    }

    /** A share in hundredths of a point; all of it where there is nothing to judge. */
    static int share(long good, long all) {
        return all == 0 ? WHOLE : (int) ((good * WHOLE + all / 2) / all);
    }
}
