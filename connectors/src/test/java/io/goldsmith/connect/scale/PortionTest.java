package io.goldsmith.connect.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

class PortionTest {

    /** A message: in which partition, and of which batch; of no hub if that is empty. */
    record Sent(int partition, String batch) {}

    @Provide
    Arbitrary<List<Sent>> sent() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of("", "a", "b", "c"))
                .as(Sent::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<AttributeValues> values() {
        return Arbitraries.maps(
                        Arbitraries.of("town", "email", "given_name"),
                        Arbitraries.strings().ofMaxLength(8).list().ofMaxSize(3))
                .map(AttributeValues::of);
    }

    @Property(tries = 300)
    void portionsHoldEveryMessageOnceAndKeepTheOrderOfEachPartition(@ForAll("sent") List<Sent> sent) {
        Map<Integer, Long> reached = new HashMap<>(Map.of(0, 5L, 1, 0L));
        Map<Integer, Long> before = new HashMap<>(reached);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> read = new HashMap<>();
        Map<Integer, List<String>> expected = new HashMap<>();
        for (Sent one : sent) {
            List<ConsumerRecord<byte[], byte[]>> queue =
                    read.computeIfAbsent(new TopicPartition("t", one.partition), partition -> new ArrayList<>());
            long offset = before.getOrDefault(one.partition, 0L) + queue.size();
            String key = one.partition + "@" + offset;
            Delivery delivery = new Delivery.RecordVersion("crm", key, Instant.EPOCH, AttributeValues.none(), false);
            ProducerRecord<byte[], byte[]> message = one.batch.isEmpty()
                    ? new ProducerRecord<>("t", new byte[0], new byte[0])
                    : new HandedDelivery(one.batch, 1, false, delivery).message("t");
            queue.add(received(message, one.partition, offset));
            if (!one.batch.isEmpty()) {
                expected.computeIfAbsent(one.partition, partition -> new ArrayList<>())
                        .add(one.batch + key);
            }
        }

        List<Portion> portions = Portion.of(new ConsumerRecords<>(read, Map.of()), reached);

        Map<Integer, List<String>> found = new HashMap<>();
        Map<Integer, Long> at = new HashMap<>(before);
        for (Portion portion : portions) {
            for (Delivery delivery : portion.deliveries()) {
                String key = ((Delivery.RecordVersion) delivery).sourceKey();
                found.computeIfAbsent(Integer.valueOf(key.substring(0, 1)), partition -> new ArrayList<>())
                        .add(portion.batch() + key);
            }
            for (Portion.Step step : portion.steps()) {
                assertThat(step.from()).isEqualTo(at.getOrDefault(step.part(), -1L));
                assertThat(step.next()).isGreaterThan(step.from());
                at.put(step.part(), step.next());
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(at).isEqualTo(reached);
        read.forEach((partition, messages) -> assertThat(reached.get(partition.partition()))
                .isEqualTo(messages.get(messages.size() - 1).offset() + 1));
    }

    @Property(tries = 300)
    void whatIsHandedOverIsReceivedAsItWas(
            @ForAll("values") AttributeValues values, @ForAll Instant at, @ForAll String key, @ForAll boolean deleted) {
        List<Delivery> deliveries = List.of(
                new Delivery.RecordVersion("crm", key, at, values, deleted),
                new Delivery.Relation("crm", "contact", key, "K", "r", at, Optional.of(at), Optional.empty()),
                new Delivery.Unreadable("crm", key, "broken", key));
        for (Delivery delivery : deliveries) {
            ConsumerRecord<byte[], byte[]> message =
                    received(new HandedDelivery("b", 7, true, delivery).message("t"), 0, 0);
            HandedDelivery.Envelope envelope =
                    HandedDelivery.Envelope.of(message).orElseThrow();
            assertThat(envelope.delivery(message)).isEqualTo(delivery);
            assertThat(envelope.runId()).isEqualTo(7);
            assertThat(envelope.isFullExtract()).isTrue();
        }
    }

    private static ConsumerRecord<byte[], byte[]> received(
            ProducerRecord<byte[], byte[]> message, int partition, long offset) {
        return new ConsumerRecord<>(
                "t",
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                message.key(),
                message.value(),
                message.headers(),
                Optional.empty());
    }
}
