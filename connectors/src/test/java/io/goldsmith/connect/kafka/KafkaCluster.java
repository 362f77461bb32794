package io.goldsmith.connect.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.JaasModule;
import org.apache.kafka.common.test.JaasUtils;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A cluster of one broker, and a system that sends contacts to it. */
public final class KafkaCluster implements AutoCloseable {

    static final String USER = JaasUtils.KAFKA_PLAIN_ADMIN;
    static final String PASSWORD = JaasUtils.KAFKA_PLAIN_ADMIN_PASSWORD;

    private final KafkaClusterTestKit cluster;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    private KafkaCluster(KafkaClusterTestKit cluster, SecurityProtocol protocol) {
        this.cluster = cluster;
        this.admin = cluster.admin();
        Properties properties = new Properties();
        properties.put("bootstrap.servers", cluster.bootstrapServers());
        if (protocol == SecurityProtocol.SASL_PLAINTEXT) {
            properties.put("security.protocol", protocol.name);
            properties.put("sasl.mechanism", "PLAIN");
            properties.put(
                    "sasl.jaas.config",
                    JaasModule.plainLoginModule(USER, PASSWORD, false, Map.of()).toString());
        }
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** In the clear, for everybody. */
    public static KafkaCluster start() throws Exception {
        return start(SecurityProtocol.PLAINTEXT);
    }

    /** With {@link #USER} and {@link #PASSWORD}, in the clear. */
    public static KafkaCluster startWithPasswords() throws Exception {
        return start(SecurityProtocol.SASL_PLAINTEXT);
    }

    private static KafkaCluster start(SecurityProtocol protocol) throws Exception {
        KafkaClusterTestKit cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setBrokerSecurityProtocol(protocol)
                        .setControllerSecurityProtocol(protocol)
                        .setCombined(false)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        return new KafkaCluster(cluster, protocol);
    }

    public String brokers() {
        return cluster.bootstrapServers();
    }

    void topic(String name, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                .all()
                .get();
    }

    /** Sends messages and waits until the broker has them. */
    public void send(List<ProducerRecord<String, byte[]>> messages) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        messages.forEach(message -> sent.add(producer.send(message)));
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    void send(String topic, String key, String value, Instant at) throws Exception {
        send(List.of(message(topic, key, value, at)));
    }

    /** Sends what deletes a key. */
    void tombstone(String topic, String key, Instant at) throws Exception {
        send(List.of(new ProducerRecord<>(topic, null, at.toEpochMilli(), key, (byte[]) null)));
    }

    static ProducerRecord<String, byte[]> message(String topic, String key, String value, Instant at) {
        return new ProducerRecord<>(topic, null, at.toEpochMilli(), key, value.getBytes(StandardCharsets.UTF_8));
    }

    static String contact(String first, String last, String town) {
        return """
                {"name": {"first": "%s", "last": "%s"}, "address": {"town": "%s"}, "emails": ["%s@example.fr"]}
                """.formatted(first, last, town, last.toLowerCase());
    }

    /** Up to where a group has read a partition; -1 if it never told. */
    long committed(String group, String topic, int partition) throws Exception {
        var offset = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(topic, partition));
        return offset == null ? -1 : offset.offset();
    }

    public List<String> groups() throws Exception {
        return admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .toList();
    }

    public int members(String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                .mapToInt(member -> member.assignment().topicPartitions().isEmpty() ? 0 : 1)
                .sum();
    }

    /** How many messages a topic holds, those that were removed left out. */
    public long messages(String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        var described =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        described.partitions().forEach(partition -> {
            first.put(new TopicPartition(topic, partition.partition()), OffsetSpec.earliest());
            last.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
        });
        return sum(last) - sum(first);
    }

    private long sum(Map<TopicPartition, OffsetSpec> wanted) throws Exception {
        return admin.listOffsets(wanted).all().get().values().stream()
                .mapToLong(found -> found.offset())
                .sum();
    }

    public List<String> topics() throws Exception {
        return List.copyOf(admin.listTopics().names().get());
    }

    /** Removes the messages before an offset, as retention does. */
    void remove(String topic, long before) throws Exception {
        admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(before)))
                .all()
                .get();
    }

    public void stopBroker() {
        cluster.brokers().get(0).shutdown();
        cluster.brokers().get(0).awaitShutdown();
    }

    public void startBroker() throws Exception {
        cluster.brokers().get(0).startup();
        cluster.waitForReadyBrokers();
    }

    /** The connector's settings. */
    String yaml(String topic, String group) {
        return """
                connectors:
                  crm:
                    kind: kafka
                    source: crm
                    brokers: ["%s"]
                    group: %s
                    timeout: PT5S
                    streams:
                      - name: contacts
                        from: %s
                        records:
                          key: "@key"
                          timestamp: "@timestamp"
                          attributes:
                            party_type: {constant: person}
                            given_name: /name/first
                            family_name: /name/last
                            town: /address/town
                            email: /emails/*
                """.formatted(brokers(), group, topic);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        try {
            cluster.close();
        } catch (Exception notClosed) {
            throw new IllegalStateException(notClosed);
        }
    }
}
