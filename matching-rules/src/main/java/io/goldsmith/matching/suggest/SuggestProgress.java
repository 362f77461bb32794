package io.goldsmith.matching.suggest;

/** Is told how far a stage of a search is. Called from one thread at a time. */
@FunctionalInterface
public interface SuggestProgress {

    /** Progress that nobody looks at. */
    SuggestProgress NONE = (stage, done, total) -> {};

    /**
     * A stage moved on.
     *
     * @param stage the stage, for example {@code survey}
     * @param done how many of its parts are done, from 0
     * @param total how many parts there are; -1 if not known
     */
    void advanced(String stage, long done, long total);
}
