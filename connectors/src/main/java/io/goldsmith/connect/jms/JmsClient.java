package io.goldsmith.connect.jms;

import io.goldsmith.connect.settings.JmsConnectorSettings;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Connects to the broker of a connector's settings. */
final class JmsClient {

    private static final Pattern AMQP = Pattern.compile("(failover:\\()?amqp(s|ws|wss)?://.*");

    private JmsClient() {}

    /** A connection that is not started, and is not made anew by itself when it breaks. */
    static Connection connection(JmsConnectorSettings settings) throws JMSException {
        ConnectionFactory factory = AMQP.matcher(settings.url()).matches() ? amqp(settings) : artemis(settings);
        return settings.user().isPresent()
                ? factory.createConnection(
                        settings.user().get(), settings.password().orElse(""))
                : factory.createConnection();
    }

    private static ConnectionFactory artemis(JmsConnectorSettings settings) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(settings.url());
        factory.setCallTimeout(Math.max(1, settings.timeout().toMillis()));
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        return factory;
    }

    private static ConnectionFactory amqp(JmsConnectorSettings settings) {
        JmsConnectionFactory factory = new JmsConnectionFactory(settings.url());
        factory.setConnectTimeout(Math.max(1, settings.timeout().toMillis()));
        factory.setRequestTimeout(Math.max(1, settings.timeout().toMillis()));
        return factory;
    }
}
