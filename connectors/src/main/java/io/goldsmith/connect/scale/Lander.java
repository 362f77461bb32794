package io.goldsmith.connect.scale;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.scale.Cluster.Topic;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.source.LandingCounts;
import io.goldsmith.mdm.store.StoreException;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lands what was handed over of the source records that are this node's. Where it is in a partition stands in the hub's database and moves in the transaction of the landing: a
 * message lands once, and a node that was held to be dead lands nothing more. What was landed is removed from the topic soon after.
 */
final class Lander implements GroupMember.Work {

    private static final Logger LOG = LoggerFactory.getLogger(Lander.class);

    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How often what was landed is removed from the topic while there is no rest; at rest, at once. */
    private static final Duration REMOVE = Duration.ofSeconds(15);

    private final Hub hub;
    private final Cluster cluster;
    private final LandedParts parts;
    private final AtomicLong landed;
    private final Map<Integer, Long> reached = new HashMap<>();
    private final Map<TopicPartition, RecordsToDelete> removable = new HashMap<>();
    private Topic topic = new Topic("", "", 0);
    private long removed = System.nanoTime();

    /** @param landed counts the deliveries that this node lands */
    Lander(Hub hub, Cluster cluster, LandedParts parts, AtomicLong landed) {
        this.hub = hub;
        this.cluster = cluster;
        this.parts = parts;
        this.landed = landed;
    }

    @Override
    public void joined(Topic joined) {
        topic = joined;
        reached.clear();
    }

    /** The hub's own books say where to go on; what retention removed was not landed, and whoever handed it over knows. */
    @Override
    public void given(KafkaConsumer<byte[], byte[]> consumer, Collection<Integer> partitions) {
        Map<Integer, Long> booked = parts.offsets(topic.id());
        for (Integer part : partitions) {
            reached.remove(part);
            TopicPartition partition = new TopicPartition(topic.name(), part);
            if (booked.containsKey(part)) {
                reached.put(part, booked.get(part));
                consumer.seek(partition, booked.get(part));
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

    @Override
    public void taken(Collection<Integer> partitions) {
        partitions.forEach(reached::remove);
    }

    @Override
    public void take(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> messages) {
        Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>();
        for (Portion portion : Portion.of(messages, reached)) {
            land(portion);
            portion.steps().forEach(step -> {
                TopicPartition partition = new TopicPartition(topic.name(), step.part());
                told.put(partition, new OffsetAndMetadata(step.next()));
                removable.put(partition, RecordsToDelete.beforeOffset(step.next()));
            });
        }
        // For those who watch the group; where the hub is stands in its database.
        consumer.commitAsync(told, (offsets, failure) -> {
            if (failure != null) {
                LOG.debug("the group of {} is told later", topic.name(), failure);
            }
        });
        if (System.nanoTime() - removed > REMOVE.toNanos()) {
            remove();
        }
    }

    @Override
    public void rest() {
        if (!removable.isEmpty()) {
            remove();
        }
    }

    private void remove() {
        removed = System.nanoTime();
        cluster.admin().deleteRecords(Map.copyOf(removable)).all().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn(
                        "What was landed could not be removed from {} ({}), and stays until its retention ends;"
                                + " grant the user DELETE on it",
                        topic.name(),
                        failure.getClass().getSimpleName());
            }
        });
        removable.clear();
    }

    private void land(Portion portion) {
        for (int attempt = 1; ; attempt++) {
            try {
                hub.store().inTransaction(transaction -> landed(transaction, portion));
                landed.addAndGet(portion.deliveries().size());
                return;
            } catch (PartTakenException moved) {
                throw moved;
            } catch (StoreException refused) {
                if (attempt == ATTEMPTS) {
                    giveUp(portion, refused);
                    return;
                }
                LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
            } catch (RuntimeException refused) {
                giveUp(portion, refused);
                return;
            }
        }
    }

    private LandingCounts landed(Transaction transaction, Portion portion) throws SQLException {
        for (Portion.Step step : portion.steps()) {
            parts.advance(transaction, topic.id(), step);
        }
        if (portion.batch().isEmpty()) {
            LOG.warn(
                    "messages of {} that no hub has written are passed over: nobody else may write there",
                    topic.name());
            return LandingCounts.NONE;
        }
        if (!portion.form().equals(HandedDelivery.FORM)) {
            throw new ConnectException("a node of another version has handed it over; let all nodes have the same");
        }
        LandingCounts counts = portion.isFullExtract()
                ? hub.intake().landFullExtract(portion.runId(), portion.deliveries())
                : hub.intake().land(portion.runId(), portion.deliveries());
        parts.note(transaction, portion, counts, "");
        return counts;
    }

    /** Who waits for it is told, and has not let it go: it is extracted again. So it blocks nobody, and is not lost. */
    private void giveUp(Portion portion, RuntimeException refused) {
        // What the hub itself says holds no values; of others only the kind is told.
        boolean isOurs = refused instanceof MdmException && !(refused instanceof StoreException)
                || refused instanceof IllegalArgumentException
                || refused instanceof ConnectException;
        String reason = "a node could not land it: "
                + (isOurs ? refused.getMessage() : refused.getClass().getSimpleName() + "; see that node's log");
        LOG.warn("A batch of run {} was not landed: {}", portion.runId(), reason);
        LOG.debug("landing failed", refused);
        hub.store().inTransaction(transaction -> {
            for (Portion.Step step : portion.steps()) {
                parts.advance(transaction, topic.id(), step);
            }
            parts.note(
                    transaction,
                    portion,
                    LandingCounts.NONE,
                    reason.substring(0, Math.min(LandedParts.LONGEST_FAILURE, reason.length())));
            return null;
        });
    }
}
