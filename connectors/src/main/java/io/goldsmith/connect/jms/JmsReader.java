package io.goldsmith.connect.jms;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.message.MessageReader;
import io.goldsmith.connect.settings.JmsConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import jakarta.jms.Connection;
import jakarta.jms.IllegalStateException;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the queues and topics of a connector in one transacted session. */
public final class JmsReader implements MessageReader {

    private static final Logger LOG = LoggerFactory.getLogger(JmsReader.class);

    /** One queue or subscription that is read. */
    private record Place(String stream, String from, MessageConsumer consumer) {}

    private final JmsFailure failure;
    private final Connection connection;
    private final Session session;
    private final List<Place> places = new ArrayList<>();
    private boolean drained;
    private volatile boolean broken;

    private JmsReader(JmsFailure failure, Connection connection) throws JMSException {
        this.failure = failure;
        this.connection = connection;
        this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
    }

    /**
     * Connects, and subscribes where a stream is a topic.
     *
     * @throws ConnectException if the broker cannot be reached or refuses: the message says what to check
     */
    public static JmsReader open(String connector, JmsConnectorSettings settings) {
        JmsFailure failure = new JmsFailure(connector, settings);
        Connection connection = null;
        try {
            connection = JmsClient.connection(settings);
            JmsReader reader = new JmsReader(failure, connection);
            connection.setExceptionListener(lost -> reader.broken = true);
            for (StreamSettings stream : settings.streams()) {
                reader.places.add(new Place(stream.name(), stream.from(), reader.consumer(settings, stream)));
            }
            connection.start();
            return reader;
        } catch (JMSException refused) {
            close(connection);
            throw failure.of(refused);
        } catch (RuntimeException refused) {
            close(connection);
            throw failure.of(refused);
        }
    }

    private MessageConsumer consumer(JmsConnectorSettings settings, StreamSettings stream) throws JMSException {
        String from = stream.from();
        if (from.startsWith(JmsConnectorSettings.QUEUE)) {
            return session.createConsumer(session.createQueue(from.substring(JmsConnectorSettings.QUEUE.length())));
        }
        return session.createSharedDurableConsumer(
                session.createTopic(from.substring(JmsConnectorSettings.TOPIC.length())),
                settings.subscription().orElseThrow() + "-" + stream.name());
    }

    @Override
    public void begin() {
        drained = false;
    }

    @Override
    public List<Message> next(Duration atMost) {
        List<Message> messages = new ArrayList<>();
        try {
            for (Place place : places) {
                take(place, messages, 0);
            }
            long each = Math.max(1, atMost.toMillis() / places.size());
            for (int i = 0; i < places.size() && messages.isEmpty(); i++) {
                take(places.get(i), messages, each);
            }
            if (broken) {
                throw new IllegalStateException("the connection broke");
            }
        } catch (JMSException refused) {
            throw failure.of(refused);
        }
        drained = messages.isEmpty();
        return messages;
    }

    /** Takes what a place has, up to a batch in all; waits only for the first. */
    private static void take(Place place, List<Message> messages, long millis) throws JMSException {
        if (messages.size() >= ExtractionRun.BATCH) {
            return;
        }
        jakarta.jms.Message jms = millis > 0 ? place.consumer.receive(millis) : place.consumer.receiveNoWait();
        while (jms != null) {
            messages.add(JmsContent.of(place.stream, place.from, jms));
            jms = messages.size() < ExtractionRun.BATCH ? place.consumer.receiveNoWait() : null;
        }
    }

    @Override
    public void landed() {
        try {
            session.commit();
        } catch (JMSException refused) {
            throw failure.of(refused);
        }
    }

    @Override
    public boolean isDrained() {
        return drained;
    }

    /** The session's end takes back what was not committed. */
    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (JMSException notClosed) {
            // The broker notices by itself that the connection is gone.
            LOG.debug(
                    "a connection was not closed well: {}", notClosed.getClass().getSimpleName());
        }
    }
}
