package io.goldsmith.connect.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system that a third party's kind of connector reads.
 *
 * @param plugin the kind's name
 * @param options what the kind wants to know, as it describes its options
 * @param fullExtract whether each extraction reads the streams as a whole, so that what is missing from them is deleted; default false
 */
public record PluginConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        String plugin,
        Map<String, String> options,
        Boolean fullExtract,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public PluginConnectorSettings {
        schedule = Given.orEmpty(schedule);
        options = Given.map(options);
        fullExtract = Given.or(fullExtract, false);
        streams = Given.list(streams);
    }

    /** The source, the kind and the names of the options: some of them are secrets. */
    @Override
    public String toString() {
        return "PluginConnectorSettings[" + source + " by " + plugin + " " + options.keySet() + "]";
    }
}
