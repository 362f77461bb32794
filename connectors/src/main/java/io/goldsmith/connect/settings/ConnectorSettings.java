package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How one outside system is read, or sends by itself: what every kind of connector has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JdbcConnectorSettings.class, name = "jdbc"),
    @JsonSubTypes.Type(value = CaptureConnectorSettings.class, name = "capture"),
    @JsonSubTypes.Type(value = FileConnectorSettings.class, name = "file"),
    @JsonSubTypes.Type(value = HttpConnectorSettings.class, name = "http"),
    @JsonSubTypes.Type(value = PushConnectorSettings.class, name = "push"),
    @JsonSubTypes.Type(value = KafkaConnectorSettings.class, name = "kafka"),
    @JsonSubTypes.Type(value = JmsConnectorSettings.class, name = "jms"),
    @JsonSubTypes.Type(value = CamelConnectorSettings.class, name = "camel"),
    @JsonSubTypes.Type(value = PluginConnectorSettings.class, name = "plugin")
})
public sealed interface ConnectorSettings
        permits JdbcConnectorSettings,
                CaptureConnectorSettings,
                FileConnectorSettings,
                HttpConnectorSettings,
                PushConnectorSettings,
                KafkaConnectorSettings,
                JmsConnectorSettings,
                CamelConnectorSettings,
                PluginConnectorSettings {

    /** How long a system may fail before a person is told, unless its settings say otherwise. */
    Duration ALERT_AFTER = Duration.ofMinutes(15);

    /** The source system that it delivers of, one of the section {@code sources}. */
    String source();

    /** When it is read by itself; empty: only on demand. */
    Optional<Schedule> schedule();

    /** Whether each extraction reads all that the system has, so that what is missing from it is deleted. */
    default Boolean fullExtract() {
        return false;
    }

    /** Whether the system sends by itself, so that it is listened to; what is known of a message beside its content are marks such as {@code @timestamp}. */
    default boolean sends() {
        return false;
    }

    /** When the system is left alone after failures, by the connector that reads it and the targets that write it. */
    default BreakerSettings breaker() {
        return BreakerSettings.DEFAULT;
    }

    /** How long the system may fail before a person is told. */
    default Duration alertAfter() {
        return ALERT_AFTER;
    }

    /** What it reads or takes there, in order. */
    List<StreamSettings> streams();
}
