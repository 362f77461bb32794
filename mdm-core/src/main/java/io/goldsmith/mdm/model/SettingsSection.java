package io.goldsmith.mdm.model;

/**
 * A section of {@code goldsmith.yaml} that a module owns. Found by {@link java.util.ServiceLoader}, so that the hub checks the whole
 * file at start-up without knowing the modules.
 *
 * @param <T> the settings record
 */
public interface SettingsSection<T> {

    /** The section's key at the top of the file. */
    String name();

    /** The settings record; its components are the section's keys in camel case. */
    Class<T> type();

    /** The class path resource with the JSON Schema of the section. */
    String schemaResource();

    /** Whether a hub without the section is wrong. */
    boolean required();
}
