package io.goldsmith.bench.connect;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.process.GoldsmithProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A hub in a process of its own that has loaded its systems once and runs its schedules. */
final class ServedHub implements AutoCloseable {

    private final Process process;
    private final Path log;

    private ServedHub(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it. */
    static ServedHub start(Path folder) {
        Path log = folder.resolve("served.log");
        return new ServedHub(
                new GoldsmithProcess("1g")
                        .start(List.of("bench", ConnectServeCommand.NAME, "--config", folder.toString()), log),
                log);
    }

    /** Waits until its systems are loaded and make so many customers; answers where its web server is. */
    URI awaitLoaded(int persons) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String said = output.readLine();
            String ready = ConnectServeCommand.READY + persons + " at ";
            if (said == null || !said.startsWith(ready)) {
                throw new BenchException("The hub of the benchmark must have loaded " + persons
                        + " customers, but said " + said + "; " + GoldsmithProcess.reason(Files.readAllLines(log)));
            }
            return URI.create(said.substring(ready.length()));
        } catch (IOException e) {
            throw new BenchException("The hub of the benchmark cannot be heard; " + log + " says more", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
