package io.goldsmith.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GoldsmithProcessTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsTimePeakMemoryAndOutputOfACommand() {
        Path out = folder.resolve("customers");
        ProcessRun run =
                new GoldsmithProcess("64m").run(List.of("generate", "--records", "20", "--out", out.toString()));
        assertThat(out.resolve("customers.csv")).isRegularFile();
        assertThat(run.output()).contains(out.toString());
        assertThat(run.seconds()).isPositive();
        assertThat(run.peakBytes().orElseThrow()).isBetween(10L << 20, 1L << 30);
    }

    @Test
    void aCommandThatFailsSaysWhy() {
        assertThatThrownBy(() -> new GoldsmithProcess("64m").run(List.of("generate", "--records", "0")))
                .isInstanceOf(ProcessFailedException.class)
                .hasMessageContaining("heap of 64m")
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("--out");
    }

    @Test
    void theReasonIsTheCommandsOwnLineOrTheFirst() {
        assertThat(GoldsmithProcess.reason(List.of("read: 10 of 20", "", "goldsmith match: no such column")))
                .isEqualTo("goldsmith match: no such column");
        assertThat(GoldsmithProcess.reason(List.of("Missing required option", "Usage: goldsmith match")))
                .isEqualTo("Missing required option");
        assertThat(GoldsmithProcess.reason(List.of())).contains("nothing");
    }

    @Test
    void readsThePeakOfAProcessInBytes() {
        assertThat(PeakMemory.bytes(Stream.of("VmPeak:\t  99 kB", "VmHWM:\t  2048 kB", "VmRSS:\t 7 kB")))
                .hasValue(2048 * 1024);
        assertThat(PeakMemory.bytes(Stream.of("Name:\tjava"))).isEmpty();
    }
}
