package io.goldsmith.matching.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A match model as it lies in a file: beside it what it was trained from.
 *
 * @param model the model
 * @param trained what it was trained from; empty if it was not trained, but written in the settings
 */
public record SavedModel(MatchModel model, Optional<ModelOrigin> trained) {

    public SavedModel {
        Objects.requireNonNull(model, "model");
        trained = trained == null ? Optional.empty() : trained;
    }

    /**
     * Loads a model with its origin.
     *
     * @throws io.goldsmith.matching.MatchingException if the file cannot be read or is no model of this version
     */
    public static SavedModel load(Path file) {
        return ModelFile.load(file);
    }

    /** Saves both as readable JSON; the same model and origin make the same bytes. */
    public void save(Path file) {
        ModelFile.save(this, file);
    }
}
