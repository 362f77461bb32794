package io.goldsmith.connect.scale;

import io.goldsmith.connect.kafka.KafkaCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share a Kafka cluster, which none of them stops. */
abstract class OneKafka {

    static KafkaCluster kafka;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        kafka = KafkaCluster.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }
}
