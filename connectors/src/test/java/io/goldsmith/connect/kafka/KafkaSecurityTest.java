package io.goldsmith.connect.kafka;

import static io.goldsmith.connect.kafka.KafkaCluster.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks for a password. */
class KafkaSecurityTest {

    @TempDir
    Path folder;

    @Test
    void theRightPasswordReadsAndTheWrongOneIsToldAsSuchWithoutQuotingIt() throws Exception {
        try (KafkaCluster kafka = KafkaCluster.startWithPasswords()) {
            kafka.topic("contacts", 1);
            kafka.send("contacts", "C1", contact("Anna", "Smith", "Lyon"), Instant.parse("2026-06-01T08:00:00Z"));
            String yaml = kafka.yaml("contacts", "hub")
                    .replace(
                            "timeout: PT5S",
                            "timeout: PT5S\n    security: {protocol: sasl-plaintext, mechanism: plain, user: "
                                    + KafkaCluster.USER + ", password: \"${file:secrets/kafka}\"}");

            password("not-the-\"password\\");
            try (TestHub hub = TestHub.open(folder, yaml)) {
                ExtractionReport report = extract(hub);
                assertThat(report.state()).isEqualTo(RunState.FAILED);
                assertThat(report.message())
                        .contains("is refused by localhost:", "check the connector's security")
                        .doesNotContain("not-the");
            }
            password(KafkaCluster.PASSWORD);
            try (TestHub hub = TestHub.open(folder, yaml)) {
                assertThat(extract(hub).counts().landed()).isEqualTo(1);
            }
        }
    }

    private void password(String password) throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/kafka"), password);
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("crm").extractions().get(0);
    }
}
