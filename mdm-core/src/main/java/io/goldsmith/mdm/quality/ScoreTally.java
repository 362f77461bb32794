package io.goldsmith.mdm.quality;

/** The sum of scores, in fixed point: the order of summing does not matter. */
final class ScoreTally {

    private long sum;
    private long judged;
    private long broken;

    void add(int hundredths) {
        sum += hundredths;
        judged++;
        broken += hundredths < RecordScore.WHOLE ? 1 : 0;
    }

    /** Adds what all of the dimension has, or none of it. */
    void add(boolean isBroken) {
        add(isBroken ? 0 : RecordScore.WHOLE);
    }

    /** Takes whole scores back that turned out to be none. */
    void spoil(long count) {
        sum -= count * RecordScore.WHOLE;
        broken += count;
    }

    int mean() {
        return judged == 0 ? RecordScore.WHOLE : (int) ((sum + judged / 2) / judged);
    }

    long judged() {
        return judged;
    }

    long broken() {
        return broken;
    }
}
