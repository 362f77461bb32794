package io.goldsmith.connect.jms;

import io.goldsmith.connect.message.JsonMessage;
import io.goldsmith.connect.message.Message;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a broker delivers as a message, with its marks. */
final class JmsContent {

    private JmsContent() {}

    /**
     * The message; one without text or bytes is one without content. Objects are never deserialised: what comes as one cannot be read.
     *
     * @param place where it was sent, as the configuration names it
     */
    static Message of(String stream, String place, jakarta.jms.Message jms) throws JMSException {
        String origin = place + "@" + Optional.ofNullable(jms.getJMSMessageID()).orElse("without id");
        Map<String, String> marks = marks(place, jms);
        if (jms instanceof TextMessage text) {
            return JsonMessage.of(stream, origin, marks, bytes(text));
        }
        if (jms instanceof BytesMessage bytes) {
            if (bytes.getBodyLength() > JsonMessage.LARGEST) {
                return new Message.Broken(
                        stream,
                        origin,
                        "a message must have at most " + JsonMessage.LARGEST + " bytes, but has "
                                + bytes.getBodyLength(),
                        "");
            }
            return JsonMessage.of(stream, origin, marks, bytes(bytes));
        }
        return isStructured(jms)
                ? new Message.Broken(
                        stream,
                        origin,
                        "a message must be text or bytes, but is of another kind (map, object, stream)",
                        "")
                : JsonMessage.of(stream, origin, marks, Optional.empty());
    }

    private static boolean isStructured(jakarta.jms.Message jms) {
        return jms instanceof jakarta.jms.MapMessage
                || jms instanceof jakarta.jms.ObjectMessage
                || jms instanceof jakarta.jms.StreamMessage;
    }

    private static Optional<byte[]> bytes(TextMessage text) throws JMSException {
        return Optional.ofNullable(text.getText())
                .filter(content -> !content.isEmpty())
                .map(content -> content.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(BytesMessage message) throws JMSException {
        byte[] content = new byte[(int) message.getBodyLength()];
        if (content.length == 0) {
            return Optional.empty();
        }
        message.readBytes(content);
        return Optional.of(content);
    }

    private static Map<String, String> marks(String place, jakarta.jms.Message jms) throws JMSException {
        Map<String, String> marks = new LinkedHashMap<>();
        if (jms.getJMSTimestamp() > 0) {
            marks.put("@timestamp", Instant.ofEpochMilli(jms.getJMSTimestamp()).toString());
        }
        if (jms.getJMSCorrelationID() != null) {
            marks.put("@correlation-id", jms.getJMSCorrelationID());
        }
        marks.put("@destination", place);
        if (jms.getJMSMessageID() != null) {
            marks.put("@id", jms.getJMSMessageID());
        }
        Enumeration<?> names = jms.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = String.valueOf(names.nextElement());
            Object value = jms.getObjectProperty(name);
            if (value != null) {
                marks.put("@header/" + name, value.toString());
            }
        }
        return marks;
    }
}
