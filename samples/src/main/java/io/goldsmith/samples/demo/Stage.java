package io.goldsmith.samples.demo;

/**
 * A line of the table of stages.
 *
 * @param name the stage
 * @param in records that came in
 * @param out records that went on
 * @param rejected records that did not, each findable in quarantine or in the stage's report
 * @param seconds how long it took
 */
record Stage(String name, long in, long out, long rejected, double seconds) {

    /** Records that came in, per second. */
    double rate() {
        return in / Math.max(seconds, 1e-3);
    }
}
