package io.goldsmith.connect.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A system that sends messages to Kafka. Each stream is a topic whose messages are JSON objects; columns are JSON pointers, and marks such as
 * {@code @key}.
 *
 * @param schedule when it is read; default {@link Schedule#CONTINUOUS}
 * @param brokers where the cluster is found, as {@code host:port}
 * @param group the consumer group, the same on every node of the hub and of no other
 * @param security how the brokers are reached; empty: in the clear, without a password
 * @param timeout how long to wait for an answer of the brokers; default 30 s
 */
public record KafkaConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        List<String> brokers,
        String group,
        Optional<KafkaSecuritySettings> security,
        Duration timeout,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public KafkaConnectorSettings {
        schedule = Given.orEmpty(schedule).or(() -> Optional.of(Schedule.CONTINUOUS));
        brokers = Given.list(brokers);
        security = Given.orEmpty(security);
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        streams = Given.list(streams);
    }

    @Override
    public boolean sends() {
        return true;
    }
}
