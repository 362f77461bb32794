package io.goldsmith.samples.campaign.fault;

import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Replication under every fault that a system has: a table of seeded cases. */
public final class FaultCampaign {

    private static final String LINE = "%-30s %5d  %-44s %10s %8s %8s %6s  %s%n";

    private final List<FaultCase> cases;
    private final long seed;

    private FaultCampaign(List<FaultCase> cases, long seed) {
        this.cases = cases;
        this.seed = seed;
    }

    /**
     * Some cases.
     *
     * @param names of the cases; all if there are none
     * @param seed another seed, other changes and moments
     * @throws IllegalArgumentException if there is no case of a name; the message names those that there are
     */
    public static FaultCampaign of(List<String> names, long seed) {
        List<FaultCase> all = FaultCases.all();
        List<String> known = all.stream().map(FaultCase::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no case '" + name + "'; there are: " + String.join(", ", known) + ".");
            }
        }
        return new FaultCampaign(
                all.stream()
                        .filter(one -> names.isEmpty() || names.contains(one.name()))
                        .toList(),
                seed);
    }

    /** Where the hub of a case keeps its data. */
    @FunctionalInterface
    public interface Databases {

        /** An empty database for a case, whose hub's folder is given. */
        DatabaseSettings of(String caseName) throws SQLException;
    }

    /**
     * Runs the cases, one after the other, and prints a table of them.
     *
     * @return whether all hold
     */
    public boolean run(Databases databases, PrintWriter out) throws IOException, SQLException, InterruptedException {
        out.printf(
                "%-30s %5s  %-44s %10s %8s %8s %6s  %s%n",
                "case", "seed", "faults", "deliveries", "changes", "repeats", "s", "outcome");
        out.flush();
        long failed = 0;
        for (FaultCase one : cases) {
            Path folder = Files.createTempDirectory("goldsmith-faults");
            FaultOutcome outcome = FaultRun.of(one, seed, folder, databases.of(one.name()));
            print(outcome, folder, out);
            if (outcome.holds()) {
                delete(folder);
            } else {
                failed++;
            }
        }
        out.printf("%d cases, %d failed%n", cases.size(), failed);
        out.flush();
        return failed == 0;
    }

    private void print(FaultOutcome outcome, Path folder, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                LINE,
                outcome.faultCase().name(),
                outcome.seed(),
                outcome.faultCase().described(),
                outcome.deliveries(),
                outcome.changes(),
                outcome.repeats(),
                "%.1f".formatted(outcome.seconds()),
                outcome.holds() ? "holds" : "FAILS");
        outcome.problems().forEach(problem -> out.printf("  %s%n", problem));
        if (!outcome.holds()) {
            out.printf(
                    "  again: ./goldsmith campaign faults --case %s --seed %d; the hub's folder and log: %s%n",
                    outcome.faultCase().name(), outcome.seed(), folder);
        }
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
