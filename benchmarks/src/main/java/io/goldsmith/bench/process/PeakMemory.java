package io.goldsmith.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The most memory that a process ever had resident, as Linux keeps it in {@code /proc/PID/status}. */
final class PeakMemory {

    private static final String LABEL = "VmHWM:";
    private static final long BYTES_PER_KIB = 1024;

    private PeakMemory() {}

    /** The peak so far in bytes; empty where the system does not tell, or the process has ended. */
    static OptionalLong of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return bytes(lines);
        } catch (IOException | UncheckedIOException gone) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong bytes(Stream<String> status) {
        return status.filter(line -> line.startsWith(LABEL))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
                .findFirst();
    }
}
