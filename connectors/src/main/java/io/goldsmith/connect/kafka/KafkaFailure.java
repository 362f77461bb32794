package io.goldsmith.connect.kafka;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.KafkaConnectorSettings;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Says of a failure of Kafka what to check.
 *
 * @param subject who speaks to the brokers, as a sentence begins
 * @param owner whose settings are to be checked
 * @param brokers as {@code host:port}
 * @param timeout how long an answer was waited for
 * @param group the consumer group
 */
public record KafkaFailure(String subject, String owner, List<String> brokers, Duration timeout, String group) {

    public KafkaFailure {
        brokers = List.copyOf(brokers);
    }

    static KafkaFailure ofConnector(String connector, KafkaConnectorSettings settings) {
        return new KafkaFailure(
                "Connector " + connector, "the connector", settings.brokers(), settings.timeout(), settings.group());
    }

    /** The failure, told without a value of a message. */
    public ConnectException of(KafkaException failure) {
        return new ConnectException(subject + " " + told(failure), failure);
    }

    ConnectException noTopic(String topic) {
        return new ConnectException(subject + " finds no topic " + topic + " at " + places()
                + "; check the stream's from, and that the topic exists and the user may see it");
    }

    private String told(KafkaException failure) {
        if (failure instanceof TimeoutException) {
            return "gets no answer from " + places() + " within "
                    + timeout.toSeconds()
                    + " s; check that the brokers run there, that the addresses that they advertise can be reached from"
                    + " here, and " + owner + "'s security protocol";
        }
        if (failure instanceof AuthenticationException) {
            return "is refused by " + places()
                    + "; check " + owner + "'s security: protocol, mechanism, user, password and truststore ("
                    + failure.getClass().getSimpleName() + ")";
        }
        if (failure instanceof GroupAuthorizationException) {
            return "may not read as group " + group + "; grant its user READ on that group";
        }
        if (failure instanceof AuthorizationException) {
            return "may not read its topics; grant its user READ and DESCRIBE on them";
        }
        if (failure instanceof RecordTooLargeException) {
            return "cannot take a message of its topics, since it is too large";
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return "cannot read from " + places() + "; check " + owner + "'s brokers and security ("
                + cause.getClass().getSimpleName() + ")";
    }

    private String places() {
        return String.join(", ", brokers);
    }
}
