package io.goldsmith.samples.campaign.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The hub in a process of its own, so that it can be killed as {@code kill -9} does, and asked. Used by one thread. */
final class HubProcess implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 120;
    private static final String END = "";

    private final Path folder;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private HubProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        Thread reader = new Thread(this::read, "answers of the hub");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it, and does not wait for it.
     *
     * @param folder with its configuration
     * @param first whether it loads everything first
     */
    static HubProcess start(Path folder, boolean first) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "io.goldsmith.app.cli.Goldsmith",
                "campaign-hub",
                "--dir",
                folder.toString()));
        if (first) {
            command.add("--first");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        // By the environment, because a class path of two hundred jars is longer than some command lines may be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        return new HubProcess(folder, builder.start());
    }

    private static Path log(Path folder) {
        return folder.resolve("hub.log");
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null) {
                if (line.startsWith(FaultWorkerCommand.ANSWER)) {
                    answers.add(line.substring(FaultWorkerCommand.ANSWER.length()));
                }
                line = out.readLine();
            }
        } catch (IOException killed) {
            // A killed process closes its pipe in the middle; whoever waits for an answer is told.
        }
        answers.add(END);
    }

    /** Waits until it works. */
    void awaitReady() throws InterruptedException {
        next();
    }

    HubReport report() throws InterruptedException {
        return JSON.readValue(ask("report"), HubReport.class);
    }

    Comparison compare(String target) throws InterruptedException {
        return JSON.readValue(ask("compare " + target), new TypeReference<>() {});
    }

    /** Reads one system now; says whether that was possible. */
    boolean extract(String connector) throws InterruptedException {
        return JSON.readValue(ask("extract " + connector), Boolean.class);
    }

    /** Sends the dead letters of a target again; says how many. */
    int replay(String target) throws InterruptedException {
        return JSON.readValue(ask("replay " + target), Integer.class);
    }

    private String ask(String question) throws InterruptedException {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(question)
                    .append('\n')
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The hub's process cannot be asked; its log: " + log(folder), e);
        }
        return next();
    }

    private String next() throws InterruptedException {
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null || answer.equals(END)) {
            throw new IllegalStateException("The hub's process " + (answer == null ? "does not answer" : "ended")
                    + "; the end of its log: " + endOfLog());
        }
        return answer;
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log(folder), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "none";
        }
    }

    /** Ends it at once. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
