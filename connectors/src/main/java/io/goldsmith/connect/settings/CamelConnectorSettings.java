package io.goldsmith.connect.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system that is read through Camel endpoints. Each stream is from one of the endpoints, by its name, or from {@code routes}; columns are JSON pointers, of CSV
 * {@code /COLUMN}, and marks such as {@code @header/NAME}.
 *
 * @param schedule when it is read; default {@link Schedule#CONTINUOUS}
 * @param endpoints the endpoints by name
 */
public record CamelConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        Map<String, CamelEndpointSettings> endpoints,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    /** The place of a stream that routes send to. */
    public static final String ROUTES = "routes";

    public CamelConnectorSettings {
        schedule = Given.orEmpty(schedule).or(() -> Optional.of(Schedule.CONTINUOUS));
        endpoints = Given.map(endpoints);
        streams = Given.list(streams);
    }

    @Override
    public boolean sends() {
        return true;
    }
}
