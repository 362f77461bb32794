package io.goldsmith.dmp.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.dmp.Floors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondProcessTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondProcessIsToldThatTheFirstHoldsTheWarehouse() throws Exception {
        try (Warehouse first = Warehouse.open(ProfileFixtures.settings(folder, Floors.BOTH), Clock.systemUTC())) {
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opening.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output)
                    .contains(
                            "anonymous.duckdb could not be opened: another process holds it; one process at a time may");
            assertThat(first.profileCount()).isZero();
        }
    }

    /** What the second process does. */
    static final class Opening {
        public static void main(String[] folder) {
            try (Warehouse warehouse =
                    Warehouse.open(ProfileFixtures.settings(Path.of(folder[0]), Floors.BOTH), Clock.systemUTC())) {
                System.out.println("opened with " + warehouse.profileCount());
            } catch (WarehouseException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
