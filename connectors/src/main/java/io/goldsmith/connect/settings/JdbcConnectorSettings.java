package io.goldsmith.connect.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A system reached by JDBC. Each stream is a table or view.
 *
 * @param url the JDBC address, without credentials
 * @param user the database user
 * @param password the user's password
 * @param fetchSize rows per round trip, 1 to 10,000; default 1,000
 * @param overlap how far before the watermark each extraction starts, for rows committed late; default 2 s
 * @param fullExtract whether each extraction reads the tables as a whole, so that what is missing from them is deleted; default false
 * @param timeout how long to wait for a connection or a query; default 30 s
 * @param breaker when the system is left alone after failures
 * @param alertAfter how long it may fail before a person is told; default 15 minutes
 */
public record JdbcConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        String url,
        Optional<String> user,
        Optional<String> password,
        Integer fetchSize,
        Duration overlap,
        Boolean fullExtract,
        Duration timeout,
        BreakerSettings breaker,
        Duration alertAfter,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public JdbcConnectorSettings {
        schedule = Given.orEmpty(schedule);
        user = Given.orEmpty(user);
        password = Given.orEmpty(password);
        fetchSize = Given.or(fetchSize, 1_000);
        overlap = Given.or(overlap, Duration.ofSeconds(2));
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        fullExtract = Given.or(fullExtract, false);
        breaker = Given.or(breaker, BreakerSettings.DEFAULT);
        alertAfter = Given.or(alertAfter, ALERT_AFTER);
        streams = Given.list(streams);
    }

    /** Without the password, and without the address, whose options may hold another. */
    @Override
    public String toString() {
        return "JdbcConnectorSettings[source=" + source + ", streams="
                + streams.stream().map(StreamSettings::name).toList() + "]";
    }
}
