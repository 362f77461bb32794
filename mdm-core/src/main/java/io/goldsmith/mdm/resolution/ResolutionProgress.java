package io.goldsmith.mdm.resolution;

/** Told how far a resolution is. */
@FunctionalInterface
public interface ResolutionProgress {

    ResolutionProgress NONE = (stage, done, total) -> {};

    /**
     * @param stage {@code standardise}, {@code index keys}, {@code block and score}, {@code cluster}, {@code survive and publish} or
     *     {@code index search}
     * @param done how many of its items are done
     * @param total how many there are; -1 if not known
     */
    void report(String stage, long done, long total);
}
