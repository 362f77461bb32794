package io.goldsmith.bench.process;

import io.goldsmith.app.cli.Goldsmith;
import io.goldsmith.bench.figure.BenchException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command of {@code ./goldsmith} in a JVM of its own, on this one's class path, with the options that the script gives, and the
 * script's archive of loaded classes if this JVM has it.
 */
public final class GoldsmithProcess {

    private static final int POLL_MILLIS = 20;
    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    private final String heap;

    /** @param heap the most heap, as {@code -Xmx} takes it, for example {@code 2g} */
    public GoldsmithProcess(String heap) {
        this.heap = heap;
    }

    /**
     * Runs a command to its end.
     *
     * @throws ProcessFailedException if its exit code is not 0
     */
    public ProcessRun run(List<String> arguments) {
        try {
            Path out = Files.createTempFile("goldsmith-bench", ".out");
            Path err = Files.createTempFile("goldsmith-bench", ".err");
            try {
                return run(arguments, out, err);
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new BenchException(
                    "A process cannot be measured: check that java runs and the temporary folder is writable.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark was interrupted; run it again.", e);
        }
    }

    /**
     * Starts a command and leaves it running; who starts it ends it.
     *
     * @param err where its standard error goes
     */
    public Process start(List<String> arguments, Path err) {
        try {
            return builder(arguments).redirectError(err.toFile()).start();
        } catch (IOException e) {
            throw new BenchException("A process cannot be started: check that java runs.", e);
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        // By the environment, because a class path of two hundred jars is longer than some command lines may be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }

    private ProcessRun run(List<String> arguments, Path out, Path err) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(arguments);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        Thread end = new Thread(process::destroyForcibly, "end of a measured process");
        Runtime.getRuntime().addShutdownHook(end);
        OptionalLong peak = OptionalLong.empty();
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                OptionalLong now = PeakMemory.of(process.pid());
                peak = now.isPresent() ? now : peak;
            }
        } finally {
            process.destroyForcibly();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime.getRuntime().removeShutdownHook(end);
        if (process.exitValue() != 0) {
            throw new ProcessFailedException(
                    "\"goldsmith " + arguments.get(0) + "\" with a heap of " + heap + " ended with exit code "
                            + process.exitValue() + ": " + reason(Files.readAllLines(err, StandardCharsets.UTF_8)));
        }
        return new ProcessRun(seconds, peak, Files.readString(out, StandardCharsets.UTF_8));
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseParallelGC",
                "-XX:+UseTransparentHugePages",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-Xmx" + heap));
        command.add("-XX:+ExitOnOutOfMemoryError");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith(ARCHIVE))
                .forEach(command::add);
        command.add(Goldsmith.class.getName());
        command.addAll(arguments);
        return command;
    }

    /** The line that tells what went wrong: a failure is told in the last one, a wrong call in the first, before the usage. */
    public static String reason(List<String> err) {
        List<String> said = err.stream().filter(line -> !line.isBlank()).toList();
        if (said.isEmpty()) {
            return "it said nothing on standard error.";
        }
        return said.stream()
                .filter(line -> line.startsWith("goldsmith "))
                .findFirst()
                .orElse(said.get(0));
    }
}
