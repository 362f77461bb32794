package io.goldsmith.connect.jms;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.JmsConnectorSettings;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;

/** Says of a failure of a broker what to check. */
record JmsFailure(String connector, JmsConnectorSettings settings) {

    ConnectException of(JMSException failure) {
        return new ConnectException("Connector " + connector + " " + told(failure), failure);
    }

    /** An address that the client cannot make sense of. */
    ConnectException of(RuntimeException failure) {
        return new ConnectException(
                "Connector " + connector + " cannot connect to " + settings.address()
                        + "; check the connector's url and its options ("
                        + failure.getClass().getSimpleName() + ")",
                failure);
    }

    private String told(JMSException failure) {
        if (failure instanceof JMSSecurityException) {
            return "is refused by " + settings.address()
                    + "; check the connector's user and password, and that the user may read, browse and subscribe there";
        }
        if (failure instanceof InvalidDestinationException) {
            return "does not find one of its queues or topics at " + settings.address() + "; check the streams' from";
        }
        return "gets no answer from " + settings.address()
                + ", or lost it; check that the broker runs there and that the address is right ("
                + failure.getClass().getSimpleName() + ")";
    }
}
