package io.goldsmith.connect.kafka;

import io.goldsmith.connect.settings.KafkaSecuritySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/**
 * How a cluster is reached, by whatever kind of client.
 *
 * @param client what the brokers call the client
 * @param brokers as {@code host:port}
 * @param security empty: in the clear, without a password
 * @param timeout how long to wait for an answer
 * @param hubFolder what the truststore is relative to
 */
public record KafkaAccess(
        String client,
        List<String> brokers,
        Optional<KafkaSecuritySettings> security,
        Duration timeout,
        Path hubFolder) {

    private static final int REQUEST_MILLIS = 30_000;

    public KafkaAccess {
        brokers = List.copyOf(brokers);
    }

    /** What every kind of client is told; each adds its own. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, client);
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, Math.min(REQUEST_MILLIS, timeoutMillis()));
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        security.ifPresent(given -> secure(properties, given));
        return properties;
    }

    /** The timeout in milliseconds, at least 1. */
    public int timeoutMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }

    private void secure(Map<String, Object> properties, KafkaSecuritySettings given) {
        properties.put(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, given.protocol().name());
        if (given.protocol().hasUser()) {
            properties.put(SaslConfigs.SASL_MECHANISM, given.mechanism().registered());
            properties.put(SaslConfigs.SASL_JAAS_CONFIG, login(given));
        }
        given.truststore().ifPresent(file -> {
            properties.put(
                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    hubFolder.resolve(file).normalize().toString());
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, type(file));
        });
        given.truststorePassword()
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
