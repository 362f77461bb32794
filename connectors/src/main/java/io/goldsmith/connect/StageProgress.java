package io.goldsmith.connect;

/** Told how far long work is. Called from several threads. */
@FunctionalInterface
public interface StageProgress {

    /** Tells nobody. */
    StageProgress NONE = (stage, done, total) -> {};

    /**
     * @param stage {@code extract NAME}, one of the stages of the resolution, or {@code load warehouse}
     * @param done how many items are done
     * @param total how many there are; -1 if not known
     */
    void report(String stage, long done, long total);
}
