package io.goldsmith.matching.run;

/** Is told how far a long stage is. Called from one thread at a time, at most some hundred times per stage. */
@FunctionalInterface
public interface MatchProgress {

    /** Progress that nobody looks at. */
    MatchProgress NONE = (stage, done, total) -> {};

    /**
     * A stage moved on.
     *
     * @param stage the stage, for example {@code score}
     * @param done how many of its parts are done, from 0
     * @param total how many parts there are
     */
    void advanced(String stage, long done, long total);
}
