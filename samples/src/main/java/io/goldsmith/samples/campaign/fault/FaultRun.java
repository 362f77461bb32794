package io.goldsmith.samples.campaign.fault;

import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs one case: moves, faults, a kill, more moves, the return, and the checks. */
final class FaultRun {

    private static final int MOVES_OF_EACH_PHASE = 10;
    private static final int LONGEST_DELAY_MILLIS = 400;

    /** Each schedule begins with a look at its system. */
    private static final int SECONDS_OF_FIRST_LOOKS = 3;

    private static final long POLL_MILLIS = 100;
    private static final long FAULT_SECONDS = 30;

    private final FaultCase faultCase;
    private final long seed;
    private final FaultLandscape landscape;
    private final Random random;
    private final Moves moves;

    private FaultRun(FaultCase faultCase, long seed, FaultLandscape landscape, Random random) {
        this.faultCase = faultCase;
        this.seed = seed;
        this.landscape = landscape;
        this.random = random;
        this.moves = new Moves(faultCase, landscape.systems(), random);
    }

    /**
     * Runs a case.
     *
     * @param folder an empty one
     * @param database an empty one, for the hub
     */
    static FaultOutcome of(FaultCase faultCase, long seed, Path folder, DatabaseSettings database)
            throws IOException, SQLException, InterruptedException {
        Random random = new Random(seed * 31 + faultCase.name().hashCode());
        try (FaultLandscape landscape = FaultLandscape.start(folder, faultCase, database, random)) {
            return new FaultRun(faultCase, seed, landscape, random).run();
        }
    }

    private FaultOutcome run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HubProcess hub = HubProcess.start(landscape.hub(), true);
        try {
            hub.awaitReady();
            if (faultCase.slow().isPresent()) {
                TimeUnit.SECONDS.sleep(SECONDS_OF_FIRST_LOOKS);
            }
            moves.make(MOVES_OF_EACH_PHASE);
            faultCase.faults().forEach(fault -> landscape.system(fault.system()).fail(fault.kind()));
            moves.make(MOVES_OF_EACH_PHASE);
            if (faultCase.kill()) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
                hub.kill();
            }
            moves.make(MOVES_OF_EACH_PHASE);
            if (faultCase.kill()) {
                hub = HubProcess.start(landscape.hub(), false);
                hub.awaitReady();
            }
            FaultChecks checks = new FaultChecks(faultCase, landscape, moves, hub);
            awaitFaults(checks);
            landscape.systems().forEach(system -> system.fail(FaultKind.NONE));
            moves.make(MOVES_OF_EACH_PHASE);
            if (faultCase.slow().isPresent()) {
                checks.conflicts(faultCase.slow().get());
            }
            List<String> problems = checks.settled();
            return new FaultOutcome(
                    faultCase,
                    seed,
                    hub.report().delivered(),
                    landscape.systems().stream()
                            .mapToLong(system -> system.changes().size())
                            .sum(),
                    landscape.systems().stream()
                            .mapToLong(FaultySystem::repeats)
                            .sum(),
                    (System.nanoTime() - start) / 1e9,
                    problems);
        } finally {
            hub.close();
        }
    }

    /** Until each fault has met the hub; the checks say if one did not. */
    private static void awaitFaults(FaultChecks checks) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAULT_SECONDS);
        while (!checks.haveFaultsMet() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
