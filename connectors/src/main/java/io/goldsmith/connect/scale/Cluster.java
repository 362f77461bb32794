package io.goldsmith.connect.scale;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.health.Breaker;
import io.goldsmith.connect.kafka.KafkaAccess;
import io.goldsmith.connect.kafka.KafkaFailure;
import io.goldsmith.connect.settings.ScaleOutSettings.KafkaSharing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The cluster by which nodes share work: its clients, its topics, and how it is. Thread-safe. */
final class Cluster implements AutoCloseable {

    /** Soon, and long enough for a pause of the collector: what a node has is free for others when it was silent for so long. */
    private static final int SESSION_MILLIS = 10_000;

    private static final int HEARTBEAT_MILLIS = 3_000;

    /** How long one landing, or one pass over a target, may take before a node is held to be stuck. */
    private static final int LONGEST_WORK_MILLIS = 300_000;

    private static final int FETCHED = 8 << 20;

    /** The most messages that a node takes at once. */
    private static final int TAKEN = 2_000;

    private static final int LINGER_MILLIS = 5;
    private static final int BATCH_BYTES = 1 << 18;

    /** What was landed is removed at once; this is for what never is. */
    private static final Map<String, String> TOPIC = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "3600000",
            TopicConfig.SEGMENT_MS_CONFIG, "600000");

    private final KafkaSharing settings;
    private final KafkaAccess access;
    private final Breaker breaker;
    private final AtomicInteger members = new AtomicInteger();
    private Optional<Admin> admin = Optional.empty();
    private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();

    Cluster(KafkaSharing settings, Path hubFolder, Breaker breaker) {
        this.settings = settings;
        this.access = new KafkaAccess(
                "goldsmith-scale-out", settings.brokers(), settings.security(), settings.timeout(), hubFolder);
        this.breaker = breaker;
    }

    KafkaSharing settings() {
        return settings;
    }

    /** How the cluster is; told by whoever speaks to it. */
    Breaker breaker() {
        return breaker;
    }

    /**
     * A topic as the brokers have it.
     *
     * @param id their own: one that is made anew has another
     */
    record Topic(String name, String id, int partitions) {}

    /**
     * The topic of a name; made if it is not there.
     *
     * @throws KafkaException if the brokers do not answer or refuse
     */
    Topic topic(String name) {
        try {
            return described(name);
        } catch (UnknownTopicOrPartitionException unknown) {
            try {
                NewTopic made = new NewTopic(name, Optional.of(settings.partitions()), Optional.empty());
                asked(admin().createTopics(List.of(made.configs(TOPIC))).all());
            } catch (TopicExistsException two) {
                return described(name);
            }
            return described(name);
        }
    }

    private Topic described(String name) {
        TopicDescription found =
                asked(admin().describeTopics(List.of(name)).topicNameValues().get(name));
        return new Topic(name, found.topicId().toString(), found.partitions().size());
    }

    private static <T> T asked(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while asking the brokers", interrupted);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException told ? told : new KafkaException(refused.getCause());
        }
    }

    synchronized Admin admin() {
        if (admin.isEmpty()) {
            Map<String, Object> properties = access.properties();
            properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, access.timeoutMillis());
            admin = Optional.of(Admin.create(properties));
        }
        return admin.get();
    }

    /** What sends: in order for each key, each message once, and told as sent when all replicas that are there have it. */
    synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer.isEmpty()) {
            Map<String, Object> properties = access.properties();
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            // A broker that has just been given a new partition may refuse a request and take the next one; it takes
            // any number
            // as the first, and the refused one for ever as out of order.
            properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
            properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
            properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, access.timeoutMillis());
            properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, access.timeoutMillis() / 2));
            properties.put(
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    Math.max(access.timeoutMillis(), access.timeoutMillis() / 2 + LINGER_MILLIS + 1));
            producer =
                    Optional.of(new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
        }
        return producer.get();
    }

    /**
     * A member of the group that shares a topic's partitions; groups are named as their topics.
     *
     * @param from where it begins in a partition without a position: {@code earliest} or {@code latest}
     */
    KafkaConsumer<byte[], byte[]> member(Topic topic, String from) {
        Map<String, Object> properties = access.properties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "goldsmith-" + topic.name() + "-" + members.incrementAndGet());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, topic.name());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, from);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, TAKEN);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_WORK_MILLIS);
        properties.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, access.timeoutMillis());
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The failure, told with what to check. */
    String told(KafkaException failure) {
        if (failure instanceof AuthorizationException) {
            return "Scale-out by Kafka is not allowed; grant its user READ, WRITE, DELETE and DESCRIBE on the topics "
                    + settings.topicsPrefix()
                    + ".* and READ on the groups of these names, and CREATE unless both topics"
                    + " are there (" + failure.getClass().getSimpleName() + ")";
        }
        return new KafkaFailure(
                        "Scale-out by Kafka",
                        "the section scale-out",
                        settings.brokers(),
                        settings.timeout(),
                        settings.topicsPrefix())
                .of(failure)
                .getMessage();
    }

    @Override
    public synchronized void close() {
        producer.ifPresent(open -> open.close(settings.timeout()));
        admin.ifPresent(open -> open.close(settings.timeout()));
    }
}
