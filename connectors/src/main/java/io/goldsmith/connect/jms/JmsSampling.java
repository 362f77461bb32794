package io.goldsmith.connect.jms;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.message.MessageSample;
import io.goldsmith.connect.settings.JmsConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.Sampling;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

/** Looks at the messages that wait in a queue by a browser, which takes none of them. */
public final class JmsSampling implements Sampling {

    private final JmsConnectorSettings settings;
    private final String connector;
    private final JmsFailure failure;

    public JmsSampling(String connector, JmsConnectorSettings settings) {
        this.connector = connector;
        this.settings = settings;
        this.failure = new JmsFailure(connector, settings);
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        String from = stream.from();
        if (!from.startsWith(JmsConnectorSettings.QUEUE)) {
            throw new ConnectException("Connector " + connector + " cannot look into " + from
                    + ": a topic keeps nothing that could be looked at without taking it; look at a queue that gets the"
                    + " same messages");
        }
        try (Connection connection = JmsClient.connection(settings);
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(
                        session.createQueue(from.substring(JmsConnectorSettings.QUEUE.length())))) {
            connection.start();
            List<Message> messages = new ArrayList<>();
            Enumeration<?> waiting = browser.getEnumeration();
            while (messages.size() < most && waiting.hasMoreElements()) {
                messages.add(JmsContent.of(stream.name(), from, (jakarta.jms.Message) waiting.nextElement()));
            }
            return MessageSample.of("the messages that wait in " + from, messages);
        } catch (JMSException refused) {
            throw failure.of(refused);
        } catch (RuntimeException refused) {
            throw failure.of(refused);
        }
    }

    @Override
    public void close() {
        // Every connection is closed when it was read.
    }
}
