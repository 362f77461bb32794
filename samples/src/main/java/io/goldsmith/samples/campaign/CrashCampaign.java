package io.goldsmith.samples.campaign;

import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Kills a hub's process at random moments of a script of loads, edits and decisions, starts it again each time, and compares the end with
 * that of a hub that nobody disturbed.
 *
 * @param seed of the script and of the moments
 * @param records how many source records the script has
 * @param kills how often the process is killed
 */
record CrashCampaign(long seed, int records, int kills) {

    private static final int LONGEST_DELAY_MILLIS = 700;
    private static final long POLL_MILLIS = 5;
    private static final long PATIENCE_MINUTES = 20;

    /** What came of it. */
    record Summary(CrashOutcome undisturbed, CrashOutcome disturbed, int kills, List<String> faults) {

        boolean holds() {
            return faults.isEmpty();
        }
    }

    /**
     * Runs the script twice, undisturbed and disturbed.
     *
     * @param undisturbed a folder and a database that are empty
     * @param disturbed another two
     * @param progress is told how often the process was killed
     */
    Summary run(Place undisturbed, Place disturbed, Consumer<Integer> progress)
            throws IOException, InterruptedException {
        undisturbed.prepare();
        toTheEnd(undisturbed);
        CrashOutcome expected = CrashOutcome.of(undisturbed.folder());
        disturbed.prepare();
        int killed = killAgainAndAgain(disturbed, progress);
        toTheEnd(disturbed);
        CrashOutcome outcome = CrashOutcome.of(disturbed.folder());
        List<String> faults = new ArrayList<>(outcome.faultsAgainst(expected));
        expected.faults().forEach(fault -> faults.add("undisturbed: " + fault));
        return new Summary(expected, outcome, killed, List.copyOf(faults));
    }

    /**
     * Where a hub is.
     *
     * @param folder of its configuration
     * @param database of its own
     */
    record Place(Path folder, DatabaseSettings database) {

        private void prepare() throws IOException {
            Files.createDirectories(folder);
            try (InputStream template = CrashCampaign.class.getResourceAsStream("goldsmith.yaml")) {
                String yaml = new String(template.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(
                        folder.resolve("goldsmith.yaml"),
                        yaml.formatted(database.url(), database.user(), database.password()));
            }
        }
    }

    /** Each life of the process ends a random while after a step chosen by chance, so that the kills are spread over the script. */
    private int killAgainAndAgain(Place place, Consumer<Integer> progress) throws IOException, InterruptedException {
        int steps = CrashScript.of(seed, records).size();
        Random random = new Random(seed);
        List<Integer> moments = random.ints(kills, 0, steps).sorted().boxed().toList();
        CrashFiles files = new CrashFiles(place.folder());
        int killed = 0;
        for (int moment : moments) {
            Process hub = start(place);
            try {
                while (hub.isAlive() && files.stepsDone() < moment) {
                    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                }
                hub.waitFor(random.nextInt(LONGEST_DELAY_MILLIS), TimeUnit.MILLISECONDS);
                if (hub.isAlive()) {
                    hub.destroyForcibly().waitFor();
                    progress.accept(++killed);
                } else if (hub.exitValue() != 0) {
                    throw failed(place, hub);
                }
            } finally {
                hub.destroyForcibly();
            }
        }
        return killed;
    }

    private void toTheEnd(Place place) throws IOException, InterruptedException {
        Process hub = start(place);
        try {
            if (!hub.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || hub.exitValue() != 0) {
                throw failed(place, hub);
            }
        } finally {
            hub.destroyForcibly();
        }
    }

    private static IllegalStateException failed(Place place, Process hub) throws IOException {
        String how =
                hub.isAlive() ? "did not end in " + PATIENCE_MINUTES + " minutes" : "ended with " + hub.exitValue();
        return new IllegalStateException("The hub's process " + how + "; its output:" + System.lineSeparator()
                + Files.readString(log(place), StandardCharsets.UTF_8));
    }

    private static Path log(Place place) {
        return place.folder().resolve("worker.log");
    }

    private Process start(Place place) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.goldsmith.app.cli.Goldsmith",
                        "campaign-worker",
                        "--dir",
                        place.folder().toString(),
                        "--seed",
                        Long.toString(seed),
                        "--records",
                        Integer.toString(records))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(place).toFile()))
                .start();
    }
}
