package io.goldsmith.samples.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of {@code ./goldsmith} as a process of its own, so that it can be killed as {@code kill -9} does. */
final class GoldsmithProcess implements AutoCloseable {

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    private GoldsmithProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output of goldsmith");
        reader.start();
    }

    static GoldsmithProcess demo(Path folder, int records, long seed) {
        return run(
                "demo",
                "--once",
                "--records",
                Integer.toString(records),
                "--seed",
                Long.toString(seed),
                "--dir",
                folder.toString());
    }

    static GoldsmithProcess serve(Path hubFolder) {
        return run("serve", "--config", hubFolder.toString(), "--port", "0");
    }

    static GoldsmithProcess run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.goldsmith.app.cli.Goldsmith"));
        command.addAll(List.of(arguments));
        try {
            return new GoldsmithProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException killed) {
            lines.add("[the process ended: " + killed.getMessage() + "]");
        }
    }

    boolean hasPrinted(String text) {
        synchronized (lines) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the hub's process at once; its landscape ends by itself. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            throw new AssertionError("The command did not end within five minutes:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
