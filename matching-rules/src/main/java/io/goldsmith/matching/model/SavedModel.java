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

    /**
     * Reads a model with its origin from the text of such a file.
     *
     * @param where what messages call the text, for example {@code the published match model}
     * @throws io.goldsmith.matching.MatchingException if it is no model of this version
     */
    public static SavedModel parse(String json, String where) {
        return ModelFile.parse(json, where);
    }

    /** Both as readable JSON, as {@link #save} writes them. */
    public String json() {
        return ModelFile.json(this);
    }

    /** Saves both as readable JSON; the same model and origin make the same bytes. */
    public void save(Path file) {
        ModelFile.save(this, file);
    }
}
