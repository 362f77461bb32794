package io.goldsmith.connect.kafka;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.KafkaConnectorSettings;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says of a failure of Kafka what to check. */
record KafkaFailure(String connector, KafkaConnectorSettings settings) {

    ConnectException of(KafkaException failure) {
        return new ConnectException("Connector " + connector + " " + told(failure), failure);
    }

    ConnectException noTopic(String topic) {
        return new ConnectException("Connector " + connector + " finds no topic " + topic + " at " + brokers()
                + "; check the stream's from, and that the topic exists and the user may see it");
    }

    private String told(KafkaException failure) {
        if (failure instanceof TimeoutException) {
            return "gets no answer from " + brokers() + " within "
                    + settings.timeout().toSeconds()
                    + " s; check that the brokers run there, that the addresses that they advertise can be reached from"
                    + " here, and the connector's security protocol";
        }
        if (failure instanceof AuthenticationException) {
            return "is refused by " + brokers()
                    + "; check the connector's security: protocol, mechanism, user, password and truststore ("
                    + failure.getClass().getSimpleName() + ")";
        }
        if (failure instanceof GroupAuthorizationException) {
            return "may not read as group " + settings.group() + "; grant its user READ on that group";
        }
        if (failure instanceof AuthorizationException) {
            return "may not read its topics; grant its user READ and DESCRIBE on them";
        }
        if (failure instanceof RecordTooLargeException) {
            return "cannot take a message of its topics, since it is too large";
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return "cannot read from " + brokers() + "; check the connector's brokers and security ("
                + cause.getClass().getSimpleName() + ")";
    }

    private String brokers() {
        return String.join(", ", settings.brokers());
    }
}
