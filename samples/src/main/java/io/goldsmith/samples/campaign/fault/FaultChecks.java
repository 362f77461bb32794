package io.goldsmith.samples.campaign.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What has to hold when the faults are over. */
final class FaultChecks {

    private static final String[] UNDER_WAY = {"PENDING", "SENT", "CONFLICT"};
    private static final String[] DEAD = {"DEAD", "REFUSED"};
    private static final long POLL_MILLIS = 200;
    /** So many looks in a row find nothing that moves: time enough for what was written to be extracted again. */
    private static final int STILL = 5;

    private static final long PATIENCE_SECONDS = 60;
    private static final long QUIET_MILLIS = 1_500;
    private static final int MOST_NAMED = 3;

    private final FaultCase faultCase;
    private final FaultLandscape landscape;
    private final Moves moves;
    private final HubProcess hub;
    private final Agreement agreement;
    private final List<String> problems = new ArrayList<>();

    FaultChecks(FaultCase faultCase, FaultLandscape landscape, Moves moves, HubProcess hub) {
        this.faultCase = faultCase;
        this.landscape = landscape;
        this.moves = moves;
        this.hub = hub;
        this.agreement = new Agreement(faultCase, landscape, moves);
    }

    /** Whether each fault of the case has met the hub. */
    boolean haveFaultsMet() throws InterruptedException {
        if (faultCase.wantsDeadLetters() && hub.report().delivered(DEAD) == 0) {
            return false;
        }
        return faultCase.faults().stream().allMatch(fault -> {
            FaultySystem system = landscape.system(fault.system());
            return switch (fault.kind()) {
                // The ledger tells of refusals, see above.
                case NONE, REFUSES -> true;
                case APPLIED_THEN_FAILS, DUPLICATES -> system.repeats() > 0;
                default -> system.hits() > 0;
            };
        });
    }

    /** Waits until hub and systems agree, and looks at what they came to; says what does not hold. */
    List<String> settled() throws InterruptedException {
        boolean met = haveFaultsMet();
        require(met, "a fault of the case never met the hub");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long replayed = 0;
        HubReport before = hub.report();
        List<Long> writes = writes();
        int still = 0;
        while (still < STILL && System.nanoTime() < end) {
            replayed += replay();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            HubReport now = hub.report();
            boolean same = now.events() == before.events() && writes.equals(writes());
            still = same && isSettled(now) ? still + 1 : 0;
            before = now;
            writes = writes();
        }
        require(!faultCase.wantsDeadLetters() || replayed > 0, "no dead letter was replayed");
        before = hub.report();
        writes = writes();
        TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
        HubReport after = hub.report();
        require(writes.equals(writes()), "writes arrived after everything had settled");
        require(
                before.events() == after.events(),
                "%d change events came after everything had settled",
                after.events() - before.events());
        require(before.deliveries().equals(after.deliveries()), "the ledger went on after everything had settled");
        agree(after);
        compare(after);
        changedOnce();
        ledger(after);
        repeats();
        return List.copyOf(problems);
    }

    /** Waits until the hub has met changes in a system that it has not read, and done what the policy says; then lets it read them. */
    void conflicts(String slow) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean met = false;
        while (!met && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            HubReport report = hub.report();
            long conflicts = faultCase.policy().equals("keep") ? report.delivered("KEPT") : writtenOver(slow);
            met = conflicts > 0 && report.unpositioned() == 0 && report.delivered(UNDER_WAY) == 0;
        }
        require(met, "nothing that changed in %s met the policy %s", slow, faultCase.policy());
        require(hub.extract(slow), "%s cannot be read", slow);
    }

    /** How many customers are no longer where the system's own user moved them last. */
    private long writtenOver(String slow) {
        FaultySystem system = landscape.system(slow);
        Map<String, Address> addresses = system.addresses();
        return addresses.entrySet().stream()
                .filter(one -> {
                    List<Moves.Moved> own = moves.of(Person.of(one.getKey()).number()).stream()
                            .filter(move -> move.system().equals(slow))
                            .toList();
                    return !own.isEmpty() && !own.get(own.size() - 1).to().equals(one.getValue());
                })
                .count();
    }

    private void require(boolean holds, String problem, Object... parameters) {
        if (!holds) {
            problems.add(problem.formatted(parameters));
        }
    }

    private boolean isSettled(HubReport report) {
        boolean quiet = report.delivered(UNDER_WAY) == 0 && report.unpositioned() == 0;
        return quiet
                && (!faultCase.wantsDeadLetters() || report.delivered(DEAD) == 0)
                && agreement.missedBy(report).isEmpty();
    }

    private long replay() throws InterruptedException {
        long replayed = 0;
        if (faultCase.wantsDeadLetters() && hub.report().delivered(DEAD) > 0) {
            for (FaultySystem system : landscape.systems()) {
                replayed += hub.replay(system.name());
            }
        }
        return replayed;
    }

    private List<Long> writes() {
        return landscape.systems().stream().map(FaultySystem::writes).toList();
    }

    /** The systems' own contents, beside what the hub holds and what was done. */
    private void agree(HubReport report) {
        List<String> all = agreement.missedBy(report);
        require(
                all.isEmpty(),
                "%d records are not as they should be: %s",
                all.size(),
                String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size()))));
    }

    /** The hub's own comparison, field by field. */
    private void compare(HubReport report) throws InterruptedException {
        for (FaultySystem system : landscape.systems()) {
            Comparison comparison = hub.compare(system.name());
            List<String> drifted = new ArrayList<>(comparison.drifted());
            drifted.removeAll(report.kept().getOrDefault(system.name(), List.of()));
            require(
                    comparison.read() == FaultLandscape.CUSTOMERS
                            && comparison.equal() + comparison.drifted().size() == FaultLandscape.CUSTOMERS
                            && drifted.isEmpty(),
                    "reconcile %s reads %d records of %d, finds %d equal and these drifted: %s",
                    system.name(),
                    comparison.read(),
                    FaultLandscape.CUSTOMERS,
                    comparison.equal(),
                    drifted);
        }
    }

    /** By the systems' own count: a message changes a record once, and so does a version. */
    private void changedOnce() {
        for (FaultySystem system : landscape.systems()) {
            Set<String> messages = new HashSet<>();
            Set<String> versions = new HashSet<>();
            for (HubWrite change : system.changes()) {
                require(
                        messages.add(change.message()) && !change.message().equals("none"),
                        "%s changed %s twice for the message %s",
                        system.name(),
                        change.key(),
                        change.message());
                require(
                        versions.add(change.key() + " " + change.version()),
                        "%s changed %s twice for the version %s",
                        system.name(),
                        change.key(),
                        change.version());
            }
        }
    }

    private void ledger(HubReport report) {
        long kept = faultCase.policy().equals("keep") ? report.delivered("KEPT") : 0;
        require(
                report.delivered() == report.delivered("ACKNOWLEDGED", "SUPERSEDED") + kept,
                "the ledger has more than acknowledged and superseded deliveries: %s",
                report.deliveries());
        long standing = faultCase.policy().equals("keep") ? report.stand("KEPT") : 0;
        require(
                report.stand() == report.stand("ACKNOWLEDGED", "SUPERSEDED") + standing,
                "records stand elsewhere than acknowledged or superseded: %s",
                report.standings());
        require(report.delivered("ACKNOWLEDGED") > 0, "nothing was delivered");
    }

    /** A case that did not do what it is there for proves nothing. */
    private void repeats() {
        long repeats =
                landscape.systems().stream().mapToLong(FaultySystem::repeats).sum();
        require(!faultCase.wantsRepeats() || repeats > 0, "nothing was repeated");
    }
}
