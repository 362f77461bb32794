package io.goldsmith.connect.scale;

import io.goldsmith.connect.scale.Cluster.Topic;
import io.goldsmith.connect.turn.Turn;
import io.goldsmith.connect.turn.Turns;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The golden ids that are this node's to bring to targets. Kafka's group divides them, so that each node has about as many; a turn in the hub's database for each part makes sure that no two
 * nodes have one at once, whatever a node or the brokers hold to be true. What is to be delivered stands in the ledger: messages only say where to look at once, and one that is lost costs a
 * moment. Thread-safe.
 */
public final class GoldenShares implements GroupMember.Work {

    private static final Logger LOG = LoggerFactory.getLogger(GoldenShares.class);

    private final Cluster cluster;
    private final Turns turns;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private final Set<Integer> assigned = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Long> takings = new ConcurrentHashMap<>();
    private final AtomicLong taking = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile int of;
    private volatile Consumer<String> woken = target -> {};

    GoldenShares(Cluster cluster, Turns turns) {
        this.cluster = cluster;
        this.turns = turns;
    }

    /** Lets a target's name be told when messages say that there is something to do for it. */
    void wake(Consumer<String> told) {
        this.woken = told;
    }

    /** What is held while it is used: no other node is given it before it is closed. */
    public final class Held implements AutoCloseable {

        private final Parts parts;
        private final Map<Integer, Turn> held;
        private final Map<Integer, Long> since = new HashMap<>();

        private Held(int of, Map<Integer, Turn> held) {
            this.parts = new Parts(Math.max(1, of), held.keySet());
            this.held = held;
            held.keySet().forEach(part -> since.put(part, takings.getOrDefault(part, 0L)));
        }

        /** The parts that are this node's now. */
        public Parts parts() {
            return parts;
        }

        /** When each part became this node's, as a number that grows: if it is another one than before, another node may have had the part in between. */
        public Map<Integer, Long> since() {
            return Map.copyOf(since);
        }

        /**
         * Makes sure, in a transaction of the work itself, that golden ids are still this node's.
         *
         * @throws io.goldsmith.connect.turn.TurnLostException if another node has one
         */
        public void fence(Transaction transaction, Collection<GoldenId> golden) throws SQLException {
            Set<Integer> needed = new HashSet<>();
            golden.forEach(id -> needed.add(parts.of(id)));
            // In one order on all nodes, so that no two wait for each other.
            for (Integer part : needed.stream().sorted().toList()) {
                held.get(part).fence(transaction);
            }
        }

        /** Counts deliveries that were sent. */
        public void sent(int deliveries) {
            sent.addAndGet(deliveries);
        }

        @Override
        public void close() {
            held.values().forEach(Turn::rest);
            use.readLock().unlock();
        }
    }

    /** Holds what is this node's now; to be closed by the same thread. */
    public Held hold() {
        use.readLock().lock();
        Map<Integer, Turn> held = new TreeMap<>();
        try {
            for (Integer part : assigned) {
                Turn turn = turn(part);
                Turn.Claim claim = turn.takeByClock();
                if (claim == Turn.Claim.TAKEN) {
                    takings.put(part, taking.incrementAndGet());
                }
                if (claim != Turn.Claim.REFUSED) {
                    turn.work();
                    held.put(part, turn);
                }
            }
            return new Held(of, held);
        } catch (RuntimeException failure) {
            held.values().forEach(Turn::rest);
            use.readLock().unlock();
            throw failure;
        }
    }

    private Turn turn(int part) {
        return turns.of("golden ids " + part + " of " + of);
    }

    /** How many deliveries this node has sent. */
    double sent() {
        return sent.get();
    }

    /** Tells whose golden ids have changed that there is something to deliver. Who is not told finds it a moment later. */
    public void planned(String target, Collection<ChangeEvent> events) {
        int parts = of;
        // Without brokers each message would be waited for, and nobody would hear it.
        if (parts == 0 || cluster.breaker().isFailing()) {
            return;
        }
        Map<GoldenId, ChangeEvent> newest = new LinkedHashMap<>();
        events.forEach(event -> newest.put(event.goldenId(), event));
        try {
            boolean isHeard = true;
            for (Iterator<ChangeEvent> each = newest.values().iterator(); isHeard && each.hasNext(); ) {
                ChangeEvent event = each.next();
                isHeard = !cluster.producer()
                        .send(new ProducerRecord<>(
                                cluster.settings().replicationTopic(),
                                (int) (event.goldenId().value() % parts),
                                bytes(event.goldenId().toString()),
                                bytes(target + " " + event.version() + " " + event.position())))
                        .isDone();
            }
        } catch (KafkaException silent) {
            LOG.debug("nodes are not told what to deliver to {}, and find it themselves", target, silent);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void joined(Topic topic) {
        of = topic.partitions();
    }

    @Override
    public void given(KafkaConsumer<byte[], byte[]> consumer, Collection<Integer> partitions) {
        assigned.addAll(partitions);
    }

    /** What is under way with them is waited for: when this returns, nothing is. */
    @Override
    public void taken(Collection<Integer> partitions) {
        use.writeLock().lock();
        try {
            assigned.removeAll(partitions);
            for (Integer part : partitions) {
                turn(part).release();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    @Override
    public void take(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> messages) {
        Set<String> targets = new HashSet<>();
        messages.forEach(message -> {
            if (message.value() != null) {
                targets.add(new String(message.value(), StandardCharsets.UTF_8).split(" ", 2)[0]);
            }
        });
        targets.forEach(woken);
        consumer.commitAsync((offsets, failure) -> {
            if (failure != null) {
                LOG.debug("the group is told later how far its messages are read", failure);
            }
        });
    }

    @Override
    public void rest() {
        // The ledger is looked at by the clock.
    }
}
