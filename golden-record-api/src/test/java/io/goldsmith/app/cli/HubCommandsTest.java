package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.app.ConsoleServer;
import io.goldsmith.app.SampleHub;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that work on a hub, called as a person calls them. */
class HubCommandsTest {

    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path parent;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... arguments) {
        CommandLine commandLine = Goldsmith.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    @Test
    void refusesAFolderWithoutConfiguration() {
        assertThat(call("serve", "--config", parent.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("goldsmith.yaml", "--config");
    }

    @Test
    void printsEveryMistakeOfTheConfigurationAtOnce() throws IOException {
        Path folder = SampleHub.folder(parent);
        edit(folder, "roles: [viewer]", "roles: [vewer]");
        edit(folder, "port: 0", "prot: 0");

        assertThat(call("extract", "crm", "--config", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("console.prot", "viewer", "goldsmith.yaml:");
    }

    @Test
    void refusesToServeAHubToWhichNobodyCanSignIn() throws IOException {
        Path folder = SampleHub.folder(parent);
        String yaml = Files.readString(folder.resolve("goldsmith.yaml"));
        Files.writeString(folder.resolve("goldsmith.yaml"), yaml.substring(0, yaml.indexOf("  users:")));

        assertThat(call("serve", "--config", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("console.users", "roles: [steward]");
    }

    @Test
    void opensTheHubItselfWhenItIsNotServed() {
        Path folder = SampleHub.folder(parent);

        assertThat(call("extract", "nowhere", "--config", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no connector nowhere");
    }

    @Test
    void worksThroughTheRunningHubWhichHoldsTheDatabase() {
        try (SampleHub hub = SampleHub.filled(parent);
                ConsoleServer server = ConsoleServer.start(hub.runtime(), 0)) {
            assertThat(server.port()).isPositive();

            int exit = call("load-dmp", "--config", parent.resolve("hub").toString());

            assertThat(exit).as("six persons are too few for a projection").isEqualTo(1);
            assertThat(out.toString()).contains("Privacy report", "REFUSED");
        }
        assertThat(parent.resolve("hub/data/serving.json")).doesNotExist();
    }

    /** The two records of Camille Moreau, and those of the Girards, have no date in common: the changed file would merge them. */
    @Test
    void triesAChangedConfigurationWithoutPublishingIt() throws IOException {
        Path folder = parent.resolve("hub");
        try (SampleHub hub = SampleHub.filled(parent);
                ConsoleServer server = ConsoleServer.start(hub.runtime(), 0)) {
            assertThat(server.port()).isPositive();
            edit(folder, "automatic: 0.95, review: 0.2", "automatic: 0.4, review: 0.2");

            assertThat(call("what-if", "--config", folder.toString())).isZero();
            assertThat(out.toString()).contains("merged    2  (G-");
            assertThat(hub.runtime().hub().sourceRecords().countPending()).isZero();
        }
        out.getBuffer().setLength(0);
        assertThat(call("what-if", "--config", folder.toString())).isZero();
        assertThat(out.toString()).as("the same when the hub is down").contains("merged    2  (G-");
    }

    @Test
    void showsThatNothingIsHeldAndRefusesADecisionAboutNothing() {
        try (SampleHub hub = SampleHub.filled(parent)) {
            assertThat(hub.runtime().hub().heldPublications().waiting()).isEmpty();
        }
        Path folder = parent.resolve("hub");
        assertThat(call("held", "--config", folder.toString())).isZero();
        assertThat(out.toString()).contains("No batch waits for a person");
        assertThat(call("held", "--config", folder.toString(), "--approve", "7", "--by", "sam"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("No held batch 7");
        assertThat(call("held", "--config", folder.toString(), "--approve", "7"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--by");
    }

    @Test
    void theDoctorFindsAndMendsWhatIsBroken() {
        String folder = parent.resolve("hub").toString();
        try (SampleHub hub = SampleHub.filled(parent)) {
            hub.runtime().hub().store().inTransaction(transaction -> {
                try (var statement = transaction.connection().createStatement()) {
                    return statement.executeUpdate("delete from search_term");
                }
            });
        }

        assertThat(call("doctor", "--config", folder)).isEqualTo(1);
        assertThat(out.toString()).contains("an active golden record is found by its terms", "doctor --rebuild", "G-");
        assertThat(call("doctor", "--rebuild", "--config", folder)).isZero();
        assertThat(out.toString()).contains("mended in 1 rounds", "every invariant holds");
        out.getBuffer().setLength(0);
        assertThat(call("doctor", "--config", folder)).isZero();
        assertThat(out.toString()).startsWith("checked ").contains("every invariant holds");
    }

    @Test
    void theDoctorLooksAtTheRunningHub() {
        try (SampleHub hub = SampleHub.filled(parent);
                ConsoleServer server = ConsoleServer.start(hub.runtime(), 0)) {
            assertThat(server.port()).isPositive();

            assertThat(call("doctor", "--config", parent.resolve("hub").toString()))
                    .isZero();
            assertThat(out.toString()).contains("every invariant holds");
        }
    }

    @Test
    void endsCleanlyWhenTheProcessIsToldTo() throws Exception {
        Path folder = SampleHub.folder(parent);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.goldsmith.app.cli.Goldsmith",
                        "serve",
                        "--config",
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).startsWith("Goldsmith serves http://127.0.0.1:");
            assertThat(folder.resolve("data/serving.json")).exists();

            process.destroy();

            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("data/serving.json")).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
        assertThat(call("extract", "nowhere", "--config", folder.toString()))
                .as("the database is free again")
                .isEqualTo(2);
    }

    private static void edit(Path folder, String from, String to) throws IOException {
        Path file = folder.resolve("goldsmith.yaml");
        Files.writeString(file, Files.readString(file).replace(from, to));
    }
}
