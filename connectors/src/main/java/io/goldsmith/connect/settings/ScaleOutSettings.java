package io.goldsmith.connect.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code scale-out} section: how the nodes of one hub share its work.
 *
 * @param kafka the cluster by which they share it
 */
public record ScaleOutSettings(KafkaSharing kafka) {

    /**
     * A Kafka cluster that the nodes share work by: landing by source record, replication by golden id.
     *
     * @param brokers where the cluster is found, as {@code host:port}
     * @param topicsPrefix what the hub's topics and groups begin with; no other hub has the same. Default {@code goldsmith}
     * @param partitions into how many parts the work is cut where the hub creates a topic, 1 to 256; default 24. Of a topic that is there, it is what the topic
     *     has
     * @param security how the brokers are reached; empty: in the clear, without a password
     * @param timeout how long to wait for an answer of the brokers, and for a node to land what was handed to them; default 60 s
     * @param breaker when extraction leaves the cluster alone after failures
     * @param alertAfter how long it may fail before a person is told; default 15 minutes
     */
    public record KafkaSharing(
            List<String> brokers,
            String topicsPrefix,
            Integer partitions,
            Optional<KafkaSecuritySettings> security,
            Duration timeout,
            BreakerSettings breaker,
            Duration alertAfter) {

        public KafkaSharing {
            brokers = Given.list(brokers);
            topicsPrefix = Given.or(topicsPrefix, "goldsmith");
            partitions = Given.or(partitions, 24);
            security = Given.orEmpty(security);
            timeout = Given.or(timeout, Duration.ofSeconds(60));
            breaker = Given.or(breaker, BreakerSettings.DEFAULT);
            alertAfter = Given.or(alertAfter, ConnectorSettings.ALERT_AFTER);
        }

        /** The topic of deliveries on their way to be landed. */
        public String landingTopic() {
            return topicsPrefix + ".landing";
        }

        /** The topic of golden ids that targets are to be brought to. */
        public String replicationTopic() {
            return topicsPrefix + ".replication";
        }
    }
}
