package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the brokers of a Kafka cluster are reached.
 *
 * @param protocol default {@code sasl-ssl} with a user, else {@code ssl}
 * @param mechanism how the user proves who it is; default {@code scram-sha-512}
 * @param user the user of the SASL protocols
 * @param password the user's password
 * @param truststore the certificates that the brokers' are signed by, relative to the hub's folder: PEM, PKCS #12 or JKS by the file's name;
 *     empty: those of the Java runtime
 * @param truststorePassword the password of a truststore that has one
 */
public record KafkaSecuritySettings(
        Protocol protocol,
        Mechanism mechanism,
        Optional<String> user,
        Optional<String> password,
        Optional<Path> truststore,
        Optional<String> truststorePassword) {

    /** What lies between the hub and the brokers. */
    public enum Protocol {
        /** In the clear, without a password. */
        @JsonProperty("plaintext")
        PLAINTEXT,
        /** Encrypted, without a password. */
        @JsonProperty("ssl")
        SSL,
        /** With a password, in the clear: what is sent can be read on the way. */
        @JsonProperty("sasl-plaintext")
        SASL_PLAINTEXT,
        /** Encrypted, with a password. */
        @JsonProperty("sasl-ssl")
        SASL_SSL;

        /** Whether it asks for a user. */
        public boolean hasUser() {
            return this == SASL_PLAINTEXT || this == SASL_SSL;
        }
    }

    /** How a user proves who it is. */
    public enum Mechanism {
        /** The password itself is sent. */
        @JsonProperty("plain")
        PLAIN("PLAIN"),
        /** A proof of the password by SHA-256. */
        @JsonProperty("scram-sha-256")
        SCRAM_SHA_256("SCRAM-SHA-256"),
        /** A proof of the password by SHA-512. */
        @JsonProperty("scram-sha-512")
        SCRAM_SHA_512("SCRAM-SHA-512");

        private final String registered;

        Mechanism(String registered) {
            this.registered = registered;
        }

        /** Its registered SASL name. */
        public String registered() {
            return registered;
        }
    }

    public KafkaSecuritySettings {
        user = Given.orEmpty(user);
        password = Given.orEmpty(password);
        truststore = Given.orEmpty(truststore);
        truststorePassword = Given.orEmpty(truststorePassword);
        protocol = Given.or(protocol, user.isPresent() ? Protocol.SASL_SSL : Protocol.SSL);
        mechanism = Given.or(mechanism, Mechanism.SCRAM_SHA_512);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "KafkaSecuritySettings[" + protocol + ", " + mechanism + "]";
    }
}
