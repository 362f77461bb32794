package io.goldsmith.connect.kafka;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.message.MessageReader;
import io.goldsmith.connect.settings.KafkaConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of a connector as a member of its group. While a batch is landed nothing else is read, so a partition never moves to another member
 * with messages of it under way; a member that takes so long that it is held for dead cannot commit, and what it landed comes again.
 */
public final class KafkaReader implements MessageReader {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaReader.class);

    private static final Duration LEAVING = Duration.ofSeconds(5);

    /** How long there may be silence before the brokers are asked whether they are there: a poll does not say. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** How long a part of the partitions may be all that there is because the group is still forming. */
    private static final Duration FORMING = Duration.ofSeconds(5);

    private final KafkaConnectorSettings settings;
    private final KafkaFailure failure;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, String> streams;
    private final Map<TopicPartition, OffsetAndMetadata> landing = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private int partitions;
    private long heard = System.nanoTime();
    private long begun = System.nanoTime();

    private KafkaReader(String connector, KafkaConnectorSettings settings, KafkaConsumer<byte[], byte[]> consumer) {
        this.settings = settings;
        this.failure = KafkaFailure.ofConnector(connector, settings);
        this.consumer = consumer;
        this.streams =
                settings.streams().stream().collect(Collectors.toMap(StreamSettings::from, StreamSettings::name));
    }

    /**
     * Makes ready to join the group; the brokers are not asked yet.
     *
     * @throws ConnectException if the settings do not fit: the message says what to check
     */
    public static KafkaReader open(String connector, KafkaConnectorSettings settings, Path hubFolder) {
        try {
            return new KafkaReader(
                    connector,
                    settings,
                    KafkaClient.consumer(connector, settings, Optional.of(settings.group()), hubFolder));
        } catch (KafkaException refused) {
            throw KafkaFailure.ofConnector(connector, settings).of(refused);
        }
    }

    @Override
    public void begin() {
        try {
            partitions = streams.keySet().stream().mapToInt(this::partitions).sum();
            ends.clear();
            if (consumer.subscription().isEmpty()) {
                consumer.subscribe(streams.keySet());
            }
            begun = System.nanoTime();
            heard = begun;
        } catch (KafkaException refused) {
            throw failure.of(refused);
        }
    }

    private int partitions(String topic) {
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw failure.noTopic(topic);
            }
            return found.size();
        } catch (UnknownTopicOrPartitionException unknown) {
            throw failure.noTopic(topic);
        }
    }

    @Override
    public List<Message> next(Duration atMost) {
        try {
            // What could not be committed while the group was forming anew.
            commit();
            List<Message> messages = new ArrayList<>();
            consumer.poll(atMost).forEach(kafka -> {
                messages.add(KafkaMessage.of(streams.get(kafka.topic()), kafka));
                landing.put(
                        new TopicPartition(kafka.topic(), kafka.partition()),
                        new OffsetAndMetadata(kafka.offset() + 1, kafka.leaderEpoch(), ""));
            });
            askAfter(!messages.isEmpty());
            return messages;
        } catch (InvalidOffsetException nowhere) {
            return fromTheBeginning(nowhere);
        } catch (KafkaException refused) {
            throw failure.of(refused);
        }
    }

    private void askAfter(boolean came) {
        if (!came && System.nanoTime() - heard > SILENCE.toNanos()) {
            consumer.endOffsets(consumer.assignment());
            heard = System.nanoTime();
        } else if (came) {
            heard = System.nanoTime();
        }
    }

    /** A new group, or one whose offset is no longer there: the messages that are gone are told, the rest is read. */
    private List<Message> fromTheBeginning(InvalidOffsetException nowhere) {
        try {
            consumer.seekToBeginning(nowhere.partitions());
            if (!(nowhere instanceof OffsetOutOfRangeException outside)) {
                return List.of();
            }
            Map<TopicPartition, Long> first = consumer.beginningOffsets(nowhere.partitions());
            List<Message> gone = new ArrayList<>();
            outside.offsetOutOfRangePartitions().forEach((partition, offset) -> {
                long begins = first.get(partition);
                landing.put(partition, new OffsetAndMetadata(begins));
                gone.add(new Message.Broken(
                        streams.get(partition.topic()),
                        KafkaMessage.origin(partition, offset),
                        "the hub has read up to offset " + offset + ", but the topic begins at " + begins
                                + (begins > offset
                                        ? ": what lies between was removed before it was read; have the source send its"
                                                + " records again, and keep messages longer (retention)"
                                        : " and ends before it: it was made anew; it is read from its beginning"),
                        ""));
            });
            return gone;
        } catch (KafkaException refused) {
            throw failure.of(refused);
        }
    }

    @Override
    public void landed() {
        try {
            commit();
        } catch (KafkaException refused) {
            throw failure.of(refused);
        }
    }

    private void commit() {
        if (landing.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(landing);
            landing.clear();
        } catch (RebalanceInProgressException forming) {
            LOG.debug("the group of {} is forming anew; offsets follow", settings.group());
            landing.keySet().retainAll(consumer.assignment());
        } catch (CommitFailedException moved) {
            LOG.debug("partitions of {} moved to another member, which reads the last batch again", settings.group());
            landing.clear();
        }
    }

    @Override
    public boolean isDrained() {
        try {
            if (consumer.groupMetadata().generationId() <= 0) {
                if (System.nanoTime() - begun > settings.timeout().toNanos()) {
                    throw new ConnectException(failure.subject() + " could not join group "
                            + settings.group() + " within " + settings.timeout().toSeconds()
                            + " s; check that the brokers are well, and the timeout of the connector");
                }
                return false;
            }
            Set<TopicPartition> mine = consumer.assignment();
            if (mine.size() < partitions && System.nanoTime() - begun < FORMING.toNanos()) {
                return false;
            }
            if (!ends.keySet().containsAll(mine)) {
                ends.putAll(consumer.endOffsets(mine));
            }
            return mine.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
        } catch (InvalidOffsetException nowhere) {
            // The next look begins at the beginning.
            return false;
        } catch (KafkaException refused) {
            throw failure.of(refused);
        }
    }

    @Override
    public void close() {
        try {
            consumer.close(CloseOptions.timeout(LEAVING));
        } catch (KafkaException notLeft) {
            // The brokers notice by themselves that the member is gone.
            LOG.debug(
                    "group {} was not left well: {}",
                    settings.group(),
                    notLeft.getClass().getSimpleName());
        }
    }
}
