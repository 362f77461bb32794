package io.goldsmith.connect.kafka;

import io.goldsmith.connect.message.JsonMessage;
import io.goldsmith.connect.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a record of a topic as a message, with its marks. */
final class KafkaMessage {

    private KafkaMessage() {}

    /** The message; a record without a value is one without content. */
    static Message of(String stream, ConsumerRecord<byte[], byte[]> kafka) {
        Map<String, String> marks = new LinkedHashMap<>();
        if (kafka.key() != null) {
            marks.put("@key", new String(kafka.key(), StandardCharsets.UTF_8));
        }
        if (kafka.timestamp() >= 0) {
            marks.put("@timestamp", Instant.ofEpochMilli(kafka.timestamp()).toString());
        }
        marks.put("@topic", kafka.topic());
        marks.put("@partition", Integer.toString(kafka.partition()));
        marks.put("@offset", Long.toString(kafka.offset()));
        kafka.headers().forEach(header -> {
            if (header.value() != null) {
                marks.put("@header/" + header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return JsonMessage.of(
                stream,
                origin(new TopicPartition(kafka.topic(), kafka.partition()), kafka.offset()),
                marks,
                Optional.ofNullable(kafka.value()));
    }

    /** Where a message stands. */
    static String origin(TopicPartition partition, long offset) {
        return partition + "@" + offset;
    }
}
