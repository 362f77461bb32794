package io.goldsmith.mdm.model;

import io.goldsmith.mdm.source.SourceSystem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/** What a hub's folder says: {@code goldsmith.yaml}, read, checked as a whole against the schema, and bound. Immutable. */
public final class HubConfiguration {

    /**
     * Reads {@code goldsmith.yaml} of a hub's folder.
     *
     * @throws io.goldsmith.matching.settings.SettingsException with every problem, by file, line and key
     */
    public static HubConfiguration read(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** The hub's folder; relative paths of the configuration start here. */
    public Path folder() {
        throw new UnsupportedOperationException();
    }

    public EntityModel entityModel() {
        throw new UnsupportedOperationException();
    }

    /** The source systems by name. */
    public SortedMap<String, SourceSystem> sourceSystems() {
        throw new UnsupportedOperationException();
    }

    /** The settings of a section, empty if the file does not have it. */
    public <T> Optional<T> section(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
