package io.goldsmith.mdm.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives {@code kill -9} on an H2 file. */
class LandingCrashTest {

    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 150;

    private static final String READY = "landed ";

    @Test
    void losesNothingThatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        DatabaseSettings database = TestDatabase.h2();
        List<RecordId> acknowledged = landUntilKilled(database);

        try (Hub hub = TestHub.open(database)) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
            assertThat(hub.sourceRecords().idsOf(acknowledged)).hasSameSizeAs(acknowledged);
            assertThat(hub.sourceRecords().countPending()).isGreaterThanOrEqualTo(acknowledged.size());
            // The interrupted load is delivered again from its start: what had landed is recognised.
            LandingCounts again = hub.intake()
                    .land(1, acknowledged.stream().map(id -> record(id.key())).toList());
            assertThat(again).isEqualTo(new LandingCounts(0, acknowledged.size(), 0, 0));
        }
    }

    private static List<RecordId> landUntilKilled(DatabaseSettings database) throws IOException, InterruptedException {
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        database.url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<RecordId> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(READY)) {
                    acknowledged.add(new RecordId("crm", line.substring(READY.length())));
                }
                if (acknowledged.size() == ACKNOWLEDGED_BEFORE_THE_KILL) {
                    // Not Process.destroyForcibly: it closes the stream, and with it what was acknowledged but not read
                    // yet.
                    hub.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(hub.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private static Delivery record(String key) {
        return new Delivery.RecordVersion(
                "crm",
                key,
                Instant.parse("2026-05-04T08:00:00Z"),
                AttributeValues.of(Map.of("family_name", List.of("Martin" + key))),
                false);
    }

    /** Lands one record after the other and says so, until it is killed. */
    static final class Endless {
        public static void main(String[] arguments) {
            Hub hub = TestHub.open(new DatabaseSettings(arguments[0], "sa", ""));
            for (int i = 0; i < 1_000_000; i++) {
                hub.intake().land(1, List.of(record("K" + i)));
                System.out.println(READY + "K" + i);
            }
        }
    }
}
