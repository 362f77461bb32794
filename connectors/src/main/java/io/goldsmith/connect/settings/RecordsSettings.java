package io.goldsmith.connect.settings;

import java.util.Map;
import java.util.Optional;

/**
 * A stream of source records.
 *
 * @param key the column with the source key
 * @param timestamp when the source last changed the record
 * @param deleted what tells rows of records that the source has deleted; empty: it has no such rows
 * @param attributes how columns become attributes, by attribute of the entity model
 */
public record RecordsSettings(
        String key,
        TimestampSettings timestamp,
        Optional<DeletedSettings> deleted,
        Map<String, AttributeMappingSettings> attributes) {

    public RecordsSettings {
        deleted = Given.orEmpty(deleted);
        attributes = Given.map(attributes);
    }
}
