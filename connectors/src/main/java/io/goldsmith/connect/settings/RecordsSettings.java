package io.goldsmith.connect.settings;

import java.util.Map;

/**
 * A stream of source records.
 *
 * @param key the column with the source key
 * @param timestamp when the source last changed the record
 * @param attributes how columns become attributes, by attribute of the entity model
 */
public record RecordsSettings(
        String key, TimestampSettings timestamp, Map<String, AttributeMappingSettings> attributes) {

    public RecordsSettings {
        attributes = Given.map(attributes);
    }
}
