package io.goldsmith.matching.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a match model was trained from, and when. It stands beside the model and is no part of it: two models are equal wherever they come
 * from.
 *
 * @param at when
 * @param by the product and its version
 * @param from the files, in the order in which they were read
 * @param seed what chose the sampled pairs
 * @param labels how many pairs the labels held to match, which m was counted among; empty if it was trained without
 * @param diagnostics what the training told of itself
 */
public record ModelOrigin(
        Instant at, String by, List<SourceFile> from, long seed, OptionalLong labels, TrainingDiagnostics diagnostics) {

    public ModelOrigin {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        from = List.copyOf(from);
        labels = labels == null ? OptionalLong.empty() : labels;
        Objects.requireNonNull(diagnostics, "diagnostics");
    }

    /**
     * A file that records were read from.
     *
     * @param file its name, without its folder
     * @param records how many records it gave
     */
    public record SourceFile(String file, long records) {}
}
