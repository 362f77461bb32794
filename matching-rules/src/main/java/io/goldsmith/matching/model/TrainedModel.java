package io.goldsmith.matching.model;

import java.util.Objects;

/**
 * What a training came to.
 *
 * @param model the model
 * @param diagnostics what the training tells of itself
 */
public record TrainedModel(MatchModel model, TrainingDiagnostics diagnostics) {

    public TrainedModel {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(diagnostics, "diagnostics");
    }
}
