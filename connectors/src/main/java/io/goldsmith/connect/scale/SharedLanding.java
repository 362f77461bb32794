package io.goldsmith.connect.scale;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.health.Admission;
import io.goldsmith.connect.spi.Landing;
import io.goldsmith.connect.spi.OwnLanding;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Landing by all nodes: a batch is handed over to the landing topic, and counts as landed when nodes have landed it in the hub's database, no sooner. So the topic never holds the only copy
 * of anything.
 */
final class SharedLanding implements Landing {

    /** As many rows as two nodes land at a time, and as many on their way to them. */
    private static final int AT_ONCE = 4;

    /** A message that the brokers take by default, with room for its headers; a larger batch is landed here. */
    private static final int LARGEST = 900_000;

    private static final Duration FIRST_NAP = Duration.ofMillis(5);
    private static final Duration LONGEST_NAP = Duration.ofMillis(40);

    private final Cluster cluster;
    private final OwnLanding own;
    private final LandedParts parts;
    private final Waiting waiting;
    private final Runnable joining;
    private volatile boolean isTopicThere;

    /**
     * @param waiting ends when the sharing does
     * @param joining lets this node land too, if it does not yet
     */
    SharedLanding(Cluster cluster, OwnLanding own, LandedParts parts, Waiting waiting, Runnable joining) {
        this.joining = joining;
        this.cluster = cluster;
        this.own = own;
        this.parts = parts;
        this.waiting = waiting;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public LandingCounts land(long runId, boolean isFullExtract, List<Delivery> deliveries) {
        String batch = UUID.randomUUID().toString();
        String topic = cluster.settings().landingTopic();
        List<ProducerRecord<byte[], byte[]>> messages = deliveries.stream()
                .map(delivery -> new HandedDelivery(batch, runId, isFullExtract, delivery).message(topic))
                .toList();
        if (messages.stream().anyMatch(message -> message.value().length > LARGEST)) {
            return own.land(runId, isFullExtract, deliveries);
        }
        if (cluster.breaker().admit() == Admission.NOT_NOW) {
            throw new SharedWorkException("Scale-out by Kafka rests after failures ("
                    + cluster.breaker().condition().lastFailure().orElse("none told")
                    + "); nothing is lost, and extraction goes on by itself when the brokers answer");
        }
        joining.run();
        send(messages);
        return await(batch, deliveries.size());
    }

    private void send(List<ProducerRecord<byte[], byte[]>> messages) {
        try {
            if (!isTopicThere) {
                // Brokers that make topics by themselves would make it with one partition when the first message comes.
                cluster.topic(cluster.settings().landingTopic());
                isTopicThere = true;
            }
            KafkaProducer<byte[], byte[]> producer = cluster.producer();
            List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
            for (ProducerRecord<byte[], byte[]> message : messages) {
                Future<RecordMetadata> one = producer.send(message);
                if (one.isDone()) {
                    // What cannot be sent is told at once: the others would wait as long each.
                    one.get();
                }
                sent.add(one);
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            cluster.breaker().answered();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cluster.breaker().unused();
            throw new ConnectException("Interrupted while handing over a batch", interrupted);
        } catch (ExecutionException refused) {
            throw failed(
                    refused.getCause() instanceof KafkaException told ? told : new KafkaException(refused.getCause()));
        } catch (KafkaException refused) {
            throw failed(refused);
        }
    }

    private SharedWorkException failed(KafkaException refused) {
        String told = cluster.told(refused);
        cluster.breaker().failed(told);
        return new SharedWorkException(
                told + ". What was extracted and not landed stays in its source, and is extracted again", refused);
    }

    private LandingCounts await(String batch, int size) {
        long begun = System.nanoTime();
        long landed = 0;
        Duration nap = FIRST_NAP;
        while (waiting.pause(nap)) {
            LandedParts.Progress progress = parts.of(batch);
            if (!progress.failure().isEmpty()) {
                parts.forget(batch);
                throw new SharedWorkException("A batch was not landed: " + progress.failure());
            }
            if (progress.deliveries() >= size) {
                parts.forget(batch);
                return progress.counts();
            }
            if (progress.deliveries() > landed) {
                landed = progress.deliveries();
                begun = System.nanoTime();
            } else if (System.nanoTime() - begun > cluster.settings().timeout().toNanos()) {
                parts.forget(batch);
                throw new SharedWorkException("No node has landed what was handed over within "
                        + cluster.settings().timeout().toSeconds()
                        + " s; check that nodes run, that they reach the brokers, and that they keep up");
            }
            nap = nap.compareTo(LONGEST_NAP) < 0 ? nap.plus(FIRST_NAP) : LONGEST_NAP;
        }
        throw new SharedWorkException("The hub is closing; what was not landed is extracted again");
    }
}
