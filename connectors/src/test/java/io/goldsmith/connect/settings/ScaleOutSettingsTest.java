package io.goldsmith.connect.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.settings.ScaleOutSettings.KafkaSharing;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleOutSettingsTest {

    @TempDir
    Path folder;

    @Test
    void fillsInEveryDefault() {
        TestHub.write(folder, """
                scale-out:
                  kafka: {brokers: ["localhost:1"]}
                """);

        KafkaSharing kafka = HubConfiguration.read(folder)
                .section(ScaleOutSettings.class)
                .orElseThrow()
                .kafka();

        assertThat(kafka.topicsPrefix()).isEqualTo("goldsmith");
        assertThat(kafka.landingTopic()).isEqualTo("goldsmith.landing");
        assertThat(kafka.replicationTopic()).isEqualTo("goldsmith.replication");
        assertThat(kafka.partitions()).isEqualTo(24);
        assertThat(kafka.security()).isEmpty();
        assertThat(kafka.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(kafka.breaker()).isEqualTo(BreakerSettings.DEFAULT);
        assertThat(kafka.alertAfter()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void saysByLineWhatDoesNotFit() {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class, () -> TestHub.open(folder, """
                        scale-out:
                          kafka:
                            brokers: ["localhost:1"]
                            security: {user: hub, password: in-the-clear}
                        """).close());

        assertThat(refused.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
        assertThat(refused)
                .hasMessageContaining("an embedded H2, which belongs to one process")
                .hasMessageContaining("a secret must be a reference")
                .hasMessageNotContaining("in-the-clear");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            brokers: []                                           | brokers
            brokers: ["localhost:1"], partitions: 0               | partitions
            brokers: ["localhost:1"], partitions: 257             | partitions
            brokers: ["localhost:1"], topics-prefix: "a hub"      | topics-prefix
            brokers: ["localhost:1"], topic-prefix: hub           | topics-prefix
            """)
    void theSchemaRefusesWhatIsOutOfRangeAndNamesTheNearestWord(String kafka, String told) {
        TestHub.write(folder, "scale-out:\n  kafka: {" + kafka + "}\n");

        assertThatThrownBy(() -> HubConfiguration.read(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(told);
    }
}
