package io.goldsmith.connect.scale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A delivery on its way to the node that lands it, as a message of the landing topic. Its key is the source record, so that the versions of one stay in their order.
 *
 * @param batch the batch that it is of: what waits for it
 * @param runId the run that delivers it
 * @param isFullExtract whether that delivers every record of its source system
 */
record HandedDelivery(String batch, long runId, boolean isFullExtract, Delivery delivery) {

    /** How messages are written now; one that is written otherwise is of a node of another version. */
    static final String FORM = "1";

    private static final String FORM_HEADER = "form";
    private static final String BATCH_HEADER = "batch";
    private static final String RUN_HEADER = "run";
    private static final String FULL_HEADER = "full";
    private static final String KIND_HEADER = "kind";
    private static final String SOURCE_HEADER = "source";

    private static final Map<String, Class<? extends Delivery>> KINDS = Map.of(
            "record", Delivery.RecordVersion.class,
            "order", Delivery.Order.class,
            "relation", Delivery.Relation.class,
            "consent", Delivery.Consent.class,
            "unreadable", Delivery.Unreadable.class);

    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(AttributeValues.class, AsMap.class).build();

    /** Values are written as what they are by attribute. */
    private abstract static class AsMap {

        @JsonValue
        abstract SortedMap<String, List<String>> asMap();

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static AttributeValues of(Map<String, List<String>> values) {
            return AttributeValues.of(values);
        }
    }

    /** What a message of the landing topic was handed over with, though it may not be readable itself. */
    record Envelope(String form, String batch, long runId, boolean isFullExtract, String kind, String source) {

        /** Empty if it is no message of a hub. */
        static Optional<Envelope> of(ConsumerRecord<byte[], byte[]> message) {
            try {
                return Optional.of(new Envelope(
                        text(message, FORM_HEADER),
                        text(message, BATCH_HEADER),
                        Long.parseLong(text(message, RUN_HEADER)),
                        Boolean.parseBoolean(text(message, FULL_HEADER)),
                        text(message, KIND_HEADER),
                        text(message, SOURCE_HEADER)));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }

        private static String text(ConsumerRecord<byte[], byte[]> message, String name) {
            Header header = message.headers().lastHeader(name);
            if (header == null || header.value() == null) {
                throw new IllegalArgumentException("A message of a hub has a header " + name);
            }
            return new String(header.value(), StandardCharsets.UTF_8);
        }

        /** What it holds; if that cannot be read, what says so in quarantine. */
        Delivery delivery(ConsumerRecord<byte[], byte[]> message) {
            Class<? extends Delivery> type = KINDS.get(kind);
            try {
                if (type != null && message.value() != null) {
                    return JSON.readValue(message.value(), type);
                }
            } catch (JacksonException broken) {
                // Told below, by place: what the parser says may quote values.
            }
            return new Delivery.Unreadable(
                    source,
                    message.topic() + "-" + message.partition() + "@" + message.offset(),
                    "a message of the landing topic must hold a delivery as JSON, but this one does not; extract its"
                            + " source anew",
                    "");
        }
    }

    /** The message, under the key of its source record. */
    ProducerRecord<byte[], byte[]> message(String topic) {
        byte[] key = bytes(delivery.sourceSystem() + '\n' + recordKey());
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(delivery));
        header(message, FORM_HEADER, FORM);
        header(message, BATCH_HEADER, batch);
        header(message, RUN_HEADER, Long.toString(runId));
        header(message, FULL_HEADER, Boolean.toString(isFullExtract));
        header(message, KIND_HEADER, kind());
        header(message, SOURCE_HEADER, delivery.sourceSystem());
        return message;
    }

    private String kind() {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().isInstance(delivery))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
        message.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The source record that it is about: of a relation, the one that it goes out from. */
    private String recordKey() {
        if (delivery instanceof Delivery.RecordVersion version) {
            return version.sourceKey();
        }
        if (delivery instanceof Delivery.Order order) {
            return order.customerKey();
        }
        if (delivery instanceof Delivery.Relation relation) {
            return relation.fromKey();
        }
        return delivery instanceof Delivery.Consent consent
                ? consent.customerKey()
                : ((Delivery.Unreadable) delivery).origin();
    }
}
