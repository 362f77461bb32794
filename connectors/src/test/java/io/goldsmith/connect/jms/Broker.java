package io.goldsmith.connect.jms;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker that keeps what it has through a restart, and a system that sends contacts to it. */
final class Broker implements AutoCloseable {

    /** Makes a message in a session. */
    @FunctionalInterface
    interface Making {
        Message make(Session session) throws JMSException;
    }

    private final Path folder;
    private final int port;
    private EmbeddedActiveMQ server;

    private Broker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Broker start(Path folder) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Broker broker = new Broker(folder, port);
        broker.start();
        return broker;
    }

    void start() throws Exception {
        server = new EmbeddedActiveMQ();
        server.setConfiguration(new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setJournalSyncNonTransactional(false)
                .setJournalSyncTransactional(false)
                .addAcceptorConfiguration("any", "tcp://localhost:" + port + "?protocols=CORE,AMQP"));
        server.start();
    }

    void stop() throws Exception {
        server.stop();
    }

    int port() {
        return port;
    }

    private Connection connection() throws JMSException {
        return new ActiveMQConnectionFactory("tcp://localhost:" + port).createConnection();
    }

    /** Sends to {@code queue:NAME} or {@code topic:NAME}. */
    void send(String to, Making making) throws JMSException {
        try (Connection connection = connection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            String name = to.substring(to.indexOf(':') + 1);
            Destination destination = to.startsWith("queue:") ? session.createQueue(name) : session.createTopic(name);
            try (MessageProducer producer = session.createProducer(destination)) {
                producer.send(making.make(session));
            }
        }
    }

    void contact(String to, String key, String first, String last, String town) throws JMSException {
        send(to, session -> {
            Message message = session.createTextMessage("""
                    {"name": {"first": "%s", "last": "%s"}, "address": {"town": "%s"}}
                    """.formatted(first, last, town));
            message.setStringProperty("customer", key);
            return message;
        });
    }

    /** How many messages wait in a queue. */
    int waiting(String queue) throws JMSException {
        try (Connection connection = connection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            connection.start();
            int count = 0;
            for (Enumeration<?> waiting = browser.getEnumeration(); waiting.hasMoreElements(); count++) {
                waiting.nextElement();
            }
            return count;
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception notStopped) {
            throw new java.lang.IllegalStateException(notStopped);
        }
    }
}
