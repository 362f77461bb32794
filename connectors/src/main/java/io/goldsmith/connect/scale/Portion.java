package io.goldsmith.connect.scale;

import io.goldsmith.mdm.source.Delivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Messages of one batch that are landed together: of each partition those that come next. Of a partition nothing is passed over, so that the versions of a record stay in their
 * order.
 *
 * @param batch empty: messages that are no hub's
 * @param form how they are written
 * @param deliveries what they hold, in the order of each partition
 * @param steps by how much they move each partition on; at least one
 */
record Portion(
        String batch, String form, long runId, boolean isFullExtract, List<Delivery> deliveries, List<Step> steps) {

    /**
     * A step in a partition.
     *
     * @param from where the hub is in it by its own books; negative if it has landed nothing of it yet
     * @param next where it is afterwards
     */
    record Step(int part, long from, long next) {

        boolean isFirst() {
            return from < 0;
        }
    }

    Portion {
        deliveries = List.copyOf(deliveries);
        steps = List.copyOf(steps);
    }

    Step lastStep() {
        return steps.get(steps.size() - 1);
    }

    /** A message with what it was handed over with; empty if it is no hub's. */
    private record Read(ConsumerRecord<byte[], byte[]> message, Optional<HandedDelivery.Envelope> envelope) {

        static Read of(ConsumerRecord<byte[], byte[]> message) {
            return new Read(message, HandedDelivery.Envelope.of(message));
        }

        String batch() {
            return envelope.map(HandedDelivery.Envelope::batch).orElse("");
        }
    }

    /**
     * Cuts what was read into portions, in the order in which they are to be landed.
     *
     * @param reached where the hub is in each partition by its own books; moved on as the portions do
     */
    static List<Portion> of(ConsumerRecords<byte[], byte[]> read, Map<Integer, Long> reached) {
        List<Deque<Read>> queues = new ArrayList<>();
        for (TopicPartition partition : read.partitions()) {
            queues.add(
                    read.records(partition).stream().map(Read::of).collect(Collectors.toCollection(ArrayDeque::new)));
        }
        List<Portion> portions = new ArrayList<>();
        queues.removeIf(Deque::isEmpty);
        while (!queues.isEmpty()) {
            portions.add(next(queues, reached));
            queues.removeIf(Deque::isEmpty);
        }
        return portions;
    }

    private static Portion next(List<Deque<Read>> queues, Map<Integer, Long> reached) {
        Read first = queues.get(0).element();
        List<Delivery> deliveries = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Deque<Read> queue : queues) {
            long next = -1;
            int part = -1;
            while (!queue.isEmpty() && queue.element().batch().equals(first.batch())) {
                Read read = queue.remove();
                part = read.message.partition();
                next = read.message.offset() + 1;
                read.envelope.ifPresent(envelope -> deliveries.add(envelope.delivery(read.message)));
            }
            if (next >= 0) {
                Long from = reached.put(part, next);
                steps.add(new Step(part, from == null ? -1 : from, next));
            }
        }
        return first.envelope
                .map(told ->
                        new Portion(told.batch(), told.form(), told.runId(), told.isFullExtract(), deliveries, steps))
                .orElseGet(() -> new Portion("", "", 0, false, List.of(), steps));
    }
}
