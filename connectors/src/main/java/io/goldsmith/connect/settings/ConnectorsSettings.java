package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code connectors} section.
 *
 * @param connectors the connectors by name, in the order of the file
 */
public record ConnectorsSettings(@JsonValue Map<String, ConnectorSettings> connectors) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConnectorsSettings {
        connectors = Collections.unmodifiableMap(new LinkedHashMap<>(connectors));
    }
}
