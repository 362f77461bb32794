package io.goldsmith.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on embedded H2, with the hub's process killed as {@code kill -9} does, again and again. */
class HubKilledDuringTheJobTest {

    private static final int RECORDS = 1_500;
    private static final long SEED = 7;
    private static final int KILLS = 4;

    @Test
    void endsInTheSameStateAsAnUndisturbedJob(@TempDir Path folder) throws Exception {
        runToTheEnd(folder.resolve("undisturbed"));
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(folder.resolve("killed"), Duration.ofMillis(200 + random.nextInt(900) + 600L * kill));
        }
        runToTheEnd(folder.resolve("killed"));

        EndState undisturbed = EndState.of(folder.resolve("undisturbed/hub"));
        EndState killed = EndState.of(folder.resolve("killed/hub"));
        assertThat(killed.customers()).isEqualTo(undisturbed.customers());
        assertThat(killed).isEqualTo(undisturbed);
    }

    private static void runAndKill(Path folder, Duration afterItBegan) throws InterruptedException {
        try (GoldsmithProcess demo = GoldsmithProcess.demo(folder, RECORDS, SEED)) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> demo.hasPrinted("Extracting") || !demo.isAlive());
            assertThat(demo.isAlive()).as(demo.output()).isTrue();
            long began = System.nanoTime();
            await().pollInterval(Duration.ofMillis(10))
                    .until(() -> System.nanoTime() - began > afterItBegan.toNanos() || !demo.isAlive());
            demo.kill();
        }
    }

    private static void runToTheEnd(Path folder) throws InterruptedException {
        try (GoldsmithProcess demo = GoldsmithProcess.demo(folder, RECORDS, SEED)) {
            assertThat(demo.exitCode()).as(demo.output()).isZero();
        }
    }
}
