package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One system of the landscape as a child JVM of this one, with its class path and a small heap. */
final class SystemProcess implements AutoCloseable {

    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 10;
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx384m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Dh2.bindAddress=127.0.0.1",
            "-Dsun.net.httpserver.nodelay=true",
            "-Dsun.net.httpserver.maxReqTime=30");

    private final String name;
    private final Class<?> main;
    private final Path landscape;
    private final List<String> settings;
    private Process process;
    private int port;

    /**
     * Starts the process and waits until it serves.
     *
     * @param settings arguments behind the folder and the port; never a secret, since any user may read a command line
     */
    SystemProcess(String name, Class<?> main, Path landscape, List<String> settings) {
        this.name = name;
        this.main = main;
        this.landscape = landscape;
        this.settings = List.copyOf(settings);
        start();
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}: the process has no chance to write anything more. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts it anew on the same port and data; kills it first if it is alive. */
    void restart() {
        kill();
        start();
    }

    private void start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.add(main.getName());
        command.add(landscape.toString());
        command.add(Integer.toString(port));
        command.addAll(settings);
        Path log = landscape.resolve(name).resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command);
        // By the environment, because a class path of two hundred jars is longer than some command lines may be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new SamplesException(
                    "The " + name + " cannot be started: check that " + command.get(0) + " runs.", e);
        }
        port = awaitReady(log);
    }

    private int awaitReady(Path log) {
        CompletableFuture<Integer> ready = new CompletableFuture<>();
        Process started = process;
        Thread reader = new Thread(() -> readOutput(started, ready), name + "-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the wait for it was interrupted", log, e);
        } catch (ExecutionException e) {
            throw failed("it ended before it served", log, e);
        } catch (TimeoutException e) {
            throw failed("it did not serve within " + START_SECONDS + " s", log, e);
        }
    }

    private SamplesException failed(String what, Path log, Exception cause) {
        process.destroyForcibly();
        return new SamplesException("The " + name + " did not start: " + what + ". Its log says why: " + log, cause);
    }

    private static void readOutput(Process process, CompletableFuture<Integer> ready) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null) {
                if (line.startsWith(ServedProcess.READY)) {
                    ready.complete(Integer.parseInt(line.substring(ServedProcess.READY.length())));
                }
                line = out.readLine();
            }
            ready.completeExceptionally(new SamplesException("end of output without " + ServedProcess.READY));
        } catch (IOException e) {
            // A killed process closes its pipe in the middle; whoever waits for it is told.
            ready.completeExceptionally(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Closes its standard input, on which it ends by itself; kills it if it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        awaitEnd();
    }
}
