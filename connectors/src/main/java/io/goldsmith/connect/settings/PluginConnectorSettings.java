package io.goldsmith.connect.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system that a third party's kind of connector reads.
 *
 * @param plugin the kind's name
 * @param options what the kind wants to know, as it describes its options
 * @param fullExtract whether each extraction reads the streams as a whole, so that what is missing from them is deleted; default false
 * @param breaker when the system is left alone after failures
 * @param alertAfter how long it may fail before a person is told; default 15 minutes
 */
public record PluginConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        String plugin,
        Map<String, String> options,
        Boolean fullExtract,
        BreakerSettings breaker,
        Duration alertAfter,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public PluginConnectorSettings {
        schedule = Given.orEmpty(schedule);
        options = Given.map(options);
        fullExtract = Given.or(fullExtract, false);
        breaker = Given.or(breaker, BreakerSettings.DEFAULT);
        alertAfter = Given.or(alertAfter, ALERT_AFTER);
        streams = Given.list(streams);
    }

    /** The source, the kind and the names of the options: some of them are secrets. */
    @Override
    public String toString() {
        return "PluginConnectorSettings[" + source + " by " + plugin + " " + options.keySet() + "]";
    }
}
