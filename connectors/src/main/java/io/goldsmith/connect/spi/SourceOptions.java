package io.goldsmith.connect.spi;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says of one connector of a kind.
 *
 * @param connector the connector's name, for messages
 * @param hubFolder the hub's folder, which paths are relative to
 * @param texts the options that were given, and the defaults of those that were not, by name; references to secrets are resolved
 */
public record SourceOptions(String connector, Path hubFolder, Map<String, String> texts) {

    public SourceOptions {
        texts = Map.copyOf(texts);
    }

    /** An option; empty if it was not given and has no default. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(texts.get(option));
    }

    /**
     * An option that is required or has a default.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public String required(String option) {
        return text(option)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Option " + option + " is neither required nor has a" + " default: ask for it by text()"));
    }

    /** A required option that is a path, relative to the hub's folder. */
    public Path path(String option) {
        return hubFolder.resolve(required(option)).normalize();
    }

    /** The connector and the names of the options alone: some are secrets. */
    @Override
    public String toString() {
        return "SourceOptions[" + connector + " " + texts.keySet() + "]";
    }
}
