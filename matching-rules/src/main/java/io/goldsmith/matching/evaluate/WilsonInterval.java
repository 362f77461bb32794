package io.goldsmith.matching.evaluate;

/**
 * The score interval of a share that was seen in a sample (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22, 1927): honest for few samples and for shares near 1, where the usual
 * normal interval is not.
 */
public final class WilsonInterval {

    /** The standard normal quantile for 95 percent, both sides. */
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /** What the share is at least, at 95 percent confidence; 0 for no sample. */
    public static double lowerBound(long hits, long samples) {
        if (samples == 0) {
            return 0;
        }
        double share = hits / (double) samples;
        double square = Z * Z / samples;
        double spread = Z * Math.sqrt((share * (1 - share) + square / 4) / samples);
        return Math.max(0, (share + square / 2 - spread) / (1 + square));
    }

    /** What the share is at most, at 95 percent confidence; 1 for no sample. */
    public static double upperBound(long hits, long samples) {
        return samples == 0 ? 1 : 1 - lowerBound(samples - hits, samples);
    }
}
