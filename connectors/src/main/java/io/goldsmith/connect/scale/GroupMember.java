package io.goldsmith.connect.scale;

import io.goldsmith.connect.health.Breaker;
import io.goldsmith.connect.scale.Cluster.Topic;
import io.goldsmith.connect.spi.Waiting;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node as a member of the group that shares the partitions of a topic, on a thread of its own. While the brokers do not answer it keeps what it has, since nobody can be given it
 * meanwhile; after any other failure it leaves and joins anew.
 */
final class GroupMember implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupMember.class);

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LEAVING = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** How long there may be silence before the brokers are asked whether they are there: a poll does not say. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final String topicName;
    private final String from;
    private final Work work;
    private final Waiting waiting = new Waiting();
    private final Map<Integer, Long> lag = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private long heard = System.nanoTime();

    /** What a member does with what is its own. All on the member's thread. */
    interface Work {

        /** It has joined, and is told next which partitions are its own. */
        void joined(Topic topic);

        /** Partitions are its own from now on. */
        void given(KafkaConsumer<byte[], byte[]> consumer, Collection<Integer> partitions);

        /** Partitions are another member's as soon as this returns, or are already. */
        void taken(Collection<Integer> partitions);

        /** Messages came. */
        void take(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> messages);

        /** No message came for a moment. */
        void rest();
    }

    /** @param from where it begins in a partition without a position: {@code earliest} or {@code latest} */
    GroupMember(Cluster cluster, String topicName, String from, Work work) {
        this.cluster = cluster;
        this.topicName = topicName;
        this.from = from;
        this.work = work;
        this.thread = new Thread(this::run, "scale-out " + topicName);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        Duration rest = Duration.ofSeconds(1);
        while (!waiting.isClosing()) {
            try {
                member();
                rest = Duration.ofSeconds(1);
            } catch (WakeupException closing) {
                LOG.debug("leaving the group {}", topicName);
            } catch (KafkaException failure) {
                failed(failure);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "The work of the topic {} was stopped by {}; it goes on in a moment",
                        topicName,
                        failure.getClass().getSimpleName());
                LOG.debug("work of {} failed", topicName, failure);
            }
            lag.clear();
            waiting.pause(rest);
            rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
        }
    }

    private void failed(KafkaException failure) {
        String told = cluster.told(failure);
        LOG.warn("{}", told);
        cluster.breaker().failed(told);
    }

    private void member() {
        Topic topic = cluster.topic(topicName);
        KafkaConsumer<byte[], byte[]> opened = cluster.member(topic, from);
        consumer = opened;
        try {
            work.joined(topic);
            opened.subscribe(List.of(topicName), listener(opened));
            while (!waiting.isClosing()) {
                look(opened);
            }
        } finally {
            // Leaving takes the partitions away, and is told to the work.
            opened.close(CloseOptions.timeout(LEAVING));
        }
    }

    private void look(KafkaConsumer<byte[], byte[]> opened) {
        try {
            ConsumerRecords<byte[], byte[]> messages = opened.poll(LOOK);
            if (!messages.isEmpty()) {
                work.take(opened, messages);
                heard();
            } else {
                work.rest();
            }
            if (messages.isEmpty() && System.nanoTime() - heard > SILENCE.toNanos()) {
                opened.endOffsets(opened.assignment());
                heard();
            }
            opened.assignment().forEach(partition -> {
                OptionalLong behind = opened.currentLag(partition);
                behind.ifPresent(messagesBehind -> lag.put(partition.partition(), messagesBehind));
            });
        } catch (RetriableException silent) {
            failed(silent);
            heard = System.nanoTime();
        }
    }

    private void heard() {
        heard = System.nanoTime();
        Breaker breaker = cluster.breaker();
        if (breaker.isFailing()) {
            breaker.answered();
        }
    }

    private ConsumerRebalanceListener listener(KafkaConsumer<byte[], byte[]> opened) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                work.given(opened, numbers(partitions));
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                numbers(partitions).forEach(lag::remove);
                work.taken(numbers(partitions));
            }
        };
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    /** How many messages of a partition wait; not a number if the partition is not this node's. */
    double lag(int partition) {
        Long messages = lag.get(partition);
        return messages == null ? Double.NaN : messages;
    }

    /** Leaves the group: what was this node's is another's at once. */
    @Override
    public void close() {
        waiting.close();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(LEAVING.toMillis() * 2);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
