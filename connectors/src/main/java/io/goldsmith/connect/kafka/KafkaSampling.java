package io.goldsmith.connect.kafka;

import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.message.MessageSample;
import io.goldsmith.connect.settings.KafkaConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.Sampling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks at the newest messages of a topic without joining a group: nothing is committed, and nobody loses a partition. */
public final class KafkaSampling implements Sampling {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final String connector;
    private final KafkaConnectorSettings settings;
    private final Path hubFolder;
    private final KafkaFailure failure;

    /** @param hubFolder the hub's folder */
    public KafkaSampling(String connector, KafkaConnectorSettings settings, Path hubFolder) {
        this.connector = connector;
        this.settings = settings;
        this.hubFolder = hubFolder;
        this.failure = KafkaFailure.ofConnector(connector, settings);
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                KafkaClient.consumer(connector, settings, Optional.empty(), hubFolder)) {
            List<TopicPartition> partitions = partitions(consumer, stream.from());
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            long each = Math.max(1, most / partitions.size());
            partitions.forEach(
                    partition -> consumer.seek(partition, Math.max(first.get(partition), ends.get(partition) - each)));
            List<Message> messages = newest(read(consumer, ends), most).stream()
                    .map(kafka -> KafkaMessage.of(stream.name(), kafka))
                    .toList();
            return MessageSample.of("the newest messages of " + stream.from(), messages);
        } catch (KafkaException refused) {
            throw failure.of(refused);
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<PartitionInfo> found;
        try {
            found = consumer.partitionsFor(topic);
        } catch (UnknownTopicOrPartitionException unknown) {
            throw failure.noTopic(topic);
        }
        if (found == null || found.isEmpty()) {
            throw failure.noTopic(topic);
        }
        return found.stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
    }

    /** Up to the ends as they are now: who writes without rest does not hold it. */
    private List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        Map<TopicPartition, Long> open = new HashMap<>(ends);
        long begun = System.nanoTime();
        while (true) {
            open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (open.isEmpty()) {
                return read;
            }
            if (System.nanoTime() - begun > settings.timeout().toNanos()) {
                throw new TimeoutException("the messages were not read in time");
            }
            for (ConsumerRecord<byte[], byte[]> kafka : consumer.poll(LOOK)) {
                if (kafka.offset() < ends.get(new TopicPartition(kafka.topic(), kafka.partition()))) {
                    read.add(kafka);
                }
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> newest(List<ConsumerRecord<byte[], byte[]>> read, int most) {
        return read.stream()
                .sorted(Comparator.comparingLong((ConsumerRecord<byte[], byte[]> kafka) -> kafka.timestamp())
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong((ConsumerRecord<byte[], byte[]> kafka) -> kafka.offset())
                                        .reversed()))
                .limit(most)
                .toList();
    }

    @Override
    public void close() {
        // Every consumer is closed when it was read.
    }
}
