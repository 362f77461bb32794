package io.goldsmith.connect.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A system that sends messages to a broker of Jakarta Messaging. Each stream is {@code queue:NAME} or {@code topic:NAME}, whose messages are JSON objects;
 * columns are JSON pointers, and marks such as {@code @header/NAME}.
 *
 * @param schedule when it is read; default {@link Schedule#CONTINUOUS}
 * @param url the broker's address: {@code tcp://} for Artemis, {@code amqp://} or {@code amqps://} for any broker that speaks AMQP 1.0
 * @param user the broker's user
 * @param password the user's password
 * @param subscription the durable subscription that topics are read by, shared by the nodes of the hub; the stream's name is put behind it
 * @param timeout how long to wait for an answer of the broker; default 30 s
 */
public record JmsConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        String url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> subscription,
        Duration timeout,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    /** How the place of a stream begins that is a queue. */
    public static final String QUEUE = "queue:";

    /** How the place of a stream begins that is a topic. */
    public static final String TOPIC = "topic:";

    public JmsConnectorSettings {
        schedule = Given.orEmpty(schedule).or(() -> Optional.of(Schedule.CONTINUOUS));
        user = Given.orEmpty(user);
        password = Given.orEmpty(password);
        subscription = Given.orEmpty(subscription);
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        streams = Given.list(streams);
    }

    @Override
    public boolean sends() {
        return true;
    }

    /** Without the password; the address without its options, which may hold one. */
    @Override
    public String toString() {
        return "JmsConnectorSettings[" + address() + "]";
    }

    /** The broker's address without its options. */
    public String address() {
        return url.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
