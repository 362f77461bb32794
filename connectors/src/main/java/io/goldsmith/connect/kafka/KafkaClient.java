package io.goldsmith.connect.kafka;

import io.goldsmith.connect.settings.KafkaConnectorSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes Kafka consumers of a connector's settings. */
final class KafkaClient {

    /** How much is fetched ahead from each broker, in bytes; a larger message is fetched by itself. */
    private static final int FETCHED = 8 << 20;

    private KafkaClient() {}

    /**
     * A consumer that commits nothing by itself, creates no topic and reads nothing of transactions that were given up.
     *
     * @param group its group; empty: none, it can neither join nor commit
     * @param hubFolder what the truststore is relative to
     * @throws org.apache.kafka.common.KafkaException if the settings do not make one: no broker's name can be resolved, the truststore cannot be read
     */
    static KafkaConsumer<byte[], byte[]> consumer(
            String connector, KafkaConnectorSettings settings, Optional<String> group, Path hubFolder) {
        KafkaAccess access = new KafkaAccess(
                "goldsmith-" + connector, settings.brokers(), settings.security(), settings.timeout(), hubFolder);
        Map<String, Object> properties = access.properties();
        group.ifPresent(name -> properties.put(ConsumerConfig.GROUP_ID_CONFIG, name));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where to begin is decided by the reader, so that what is gone from a topic is told and not passed over.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ExtractionRun.BATCH);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, access.timeoutMillis());
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
