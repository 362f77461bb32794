package io.goldsmith.connect.kafka;

import io.goldsmith.connect.settings.KafkaConnectorSettings;
import io.goldsmith.connect.settings.KafkaSecuritySettings;
import io.goldsmith.connect.spi.ExtractionRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes Kafka consumers of a connector's settings. */
final class KafkaClient {

    /** How much is fetched ahead from each broker, in bytes; a larger message is fetched by itself. */
    private static final int FETCHED = 8 << 20;

    private static final int REQUEST_MILLIS = 30_000;

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
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.brokers());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "goldsmith-" + connector);
        group.ifPresent(name -> properties.put(ConsumerConfig.GROUP_ID_CONFIG, name));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where to begin is decided by the reader, so that what is gone from a topic is told and not passed over.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ExtractionRun.BATCH);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(settings.timeout()));
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(REQUEST_MILLIS, millis(settings.timeout())));
        properties.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.security().ifPresent(security -> secure(properties, security, hubFolder));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }

    private static void secure(Map<String, Object> properties, KafkaSecuritySettings security, Path hubFolder) {
        properties.put(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                security.protocol().name());
        if (security.protocol().hasUser()) {
            properties.put(SaslConfigs.SASL_MECHANISM, security.mechanism().registered());
            properties.put(SaslConfigs.SASL_JAAS_CONFIG, login(security));
        }
        security.truststore().ifPresent(file -> {
            properties.put(
                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    hubFolder.resolve(file).normalize().toString());
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, type(file));
        });
        security.truststorePassword()
                .ifPresent(password -> properties.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, password));
    }

    private static String type(Path truststore) {
        String name = truststore.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jks")) {
            return "JKS";
        }
        return name.endsWith(".p12") || name.endsWith(".pfx") ? "PKCS12" : "PEM";
    }

    private static String login(KafkaSecuritySettings security) {
        String module = security.mechanism() == KafkaSecuritySettings.Mechanism.PLAIN
                ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                : "org.apache.kafka.common.security.scram.ScramLoginModule";
        return module + " required username=" + quoted(security.user().orElse("")) + " password="
                + quoted(security.password().orElse("")) + ";";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
