package io.goldsmith.mdm.source;

/**
 * What became of landed deliveries; every delivery is in exactly one count.
 *
 * @param landed new versions and new orders or relations
 * @param unchanged repeats of what is already there
 * @param stale record versions older than one already there; kept as history, they change nothing
 * @param quarantined broke a rejecting validation rule, or could not be read
 * @param suppressed of an erased person, by the exact source key; nothing of them is kept
 */
public record LandingCounts(long landed, long unchanged, long stale, long quarantined, long suppressed) {

    public static final LandingCounts NONE = new LandingCounts(0, 0, 0, 0, 0);

    static final LandingCounts ONE_LANDED = new LandingCounts(1, 0, 0, 0, 0);
    static final LandingCounts ONE_UNCHANGED = new LandingCounts(0, 1, 0, 0, 0);
    static final LandingCounts ONE_STALE = new LandingCounts(0, 0, 1, 0, 0);
    static final LandingCounts ONE_QUARANTINED = new LandingCounts(0, 0, 0, 1, 0);
    static final LandingCounts ONE_SUPPRESSED = new LandingCounts(0, 0, 0, 0, 1);

    /** Of deliveries that are no erased person's. */
    public LandingCounts(long landed, long unchanged, long stale, long quarantined) {
        this(landed, unchanged, stale, quarantined, 0);
    }

    /** How many deliveries there were. */
    public long total() {
        return landed + unchanged + stale + quarantined + suppressed;
    }

    public LandingCounts plus(LandingCounts other) {
        return new LandingCounts(
                landed + other.landed,
                unchanged + other.unchanged,
                stale + other.stale,
                quarantined + other.quarantined,
                suppressed + other.suppressed);
    }
}
