package io.goldsmith.connect.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL database whose changes are captured by logical decoding. Each stream is a table; columns are its columns, and the mark {@code @timestamp},
 * which is when a change was committed.
 *
 * @param schedule when it is read; default {@link Schedule#CONTINUOUS}
 * @param url the JDBC address of the primary server, without credentials
 * @param user the database user, who may replicate and read the tables
 * @param password the user's password
 * @param slot the replication slot, of this connector alone; another name begins anew with a snapshot
 * @param publication the publication that the tables are in
 * @param snapshot whether the rows are read that are there when the capture begins; default true
 * @param fullExtract whether records of the source system that a first snapshot lacks are deleted; default false
 * @param fetchSize rows per round trip of the snapshot, 1 to 10,000; default 1,000
 * @param timeout how long to wait for an answer of the server; default 30 s
 * @param breaker when the system is left alone after failures
 * @param alertAfter how long it may fail before a person is told; default 15 minutes
 */
public record CaptureConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        String url,
        Optional<String> user,
        Optional<String> password,
        String slot,
        String publication,
        Boolean snapshot,
        Boolean fullExtract,
        Integer fetchSize,
        Duration timeout,
        BreakerSettings breaker,
        Duration alertAfter,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    /** When a change was committed, as a column of its row. */
    public static final String TIMESTAMP = "@timestamp";

    public CaptureConnectorSettings {
        schedule = Given.orEmpty(schedule).or(() -> Optional.of(Schedule.CONTINUOUS));
        user = Given.orEmpty(user);
        password = Given.orEmpty(password);
        snapshot = Given.or(snapshot, true);
        fullExtract = Given.or(fullExtract, false);
        fetchSize = Given.or(fetchSize, 1_000);
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        breaker = Given.or(breaker, BreakerSettings.DEFAULT);
        alertAfter = Given.or(alertAfter, ALERT_AFTER);
        streams = Given.list(streams);
    }

    @Override
    public boolean sends() {
        return true;
    }

    /** Without the password; the address without its options, which may hold one. */
    @Override
    public String toString() {
        return "CaptureConnectorSettings[" + url.split("[?]", 2)[0] + "]";
    }
}
