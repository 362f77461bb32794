package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code replication} section.
 *
 * @param targets the target systems by name, in the order of the file
 */
public record ReplicationSettings(@JsonValue Map<String, TargetSettings> targets) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReplicationSettings {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }
}
