package io.goldsmith.samples.campaign.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A case of the campaign.
 *
 * @param name by which it is asked for
 * @param faults the systems' faults, which begin and end together
 * @param kill whether the hub is killed while they last, and started again
 * @param changes who changes what
 * @param policy what the hub does about a target that changed by itself
 * @param slow the system that is read only when the hub has written, so that it writes before it has seen a change there
 * @param attempts after how many a delivery is given up
 */
record FaultCase(
        String name,
        List<Fault> faults,
        boolean kill,
        Changes changes,
        String policy,
        Optional<String> slow,
        int attempts) {

    private static final int PATIENT = 60;

    /** A system and what it does wrong. */
    record Fault(String system, FaultKind kind) {}

    /** Who changes what. */
    enum Changes {
        /** Each customer is changed by one system, once. */
        ALONE,
        /** Each customer is changed by one system, again before the last change has arrived everywhere; the last one has to win. */
        AGAIN,
        /** Two systems change the same customer at once. */
        AT_ONCE
    }

    static FaultCase of(String system, FaultKind kind) {
        String name = system + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FaultCase(
                name, List.of(new Fault(system, kind)), true, Changes.ALONE, "task", Optional.empty(), PATIENT);
    }

    /** The same while the hub lives on. */
    FaultCase undisturbed() {
        return new FaultCase(name, faults, false, changes, policy, slow, attempts);
    }

    /** The same customers change again and again while a target fails. */
    static FaultCase ofChangesAgain(String system, FaultKind kind) {
        FaultCase once = of(system, kind);
        return new FaultCase(
                once.name() + "-again", once.faults(), true, Changes.AGAIN, "task", Optional.empty(), PATIENT);
    }

    /** All targets at once, with faults of several kinds. */
    static FaultCase ofAll(String name, FaultKind crm, FaultKind accounting, FaultKind erp, Changes changes) {
        List<Fault> faults = List.of(new Fault("crm", crm), new Fault("accounting", accounting), new Fault("erp", erp));
        String policy = changes == Changes.AT_ONCE ? "overwrite" : "task";
        return new FaultCase(name, faults, true, changes, policy, Optional.empty(), PATIENT);
    }

    /** A target changes by itself, and the hub does about it as a policy says. */
    static FaultCase ofConflict(String system, String policy) {
        return new FaultCase(
                system + "-changes-" + policy, List.of(), false, Changes.AT_ONCE, policy, Optional.of(system), PATIENT);
    }

    /** Deliveries are given up at the first broken answer, and replayed; a target that is down gives none up. */
    static FaultCase ofDeadLetters(String system) {
        return new FaultCase(
                system + "-dead-letters",
                List.of(new Fault(system, FaultKind.GARBAGE)),
                true,
                Changes.ALONE,
                "task",
                Optional.empty(),
                1);
    }

    /** Whether deliveries are to become dead letters, and replayed. */
    boolean wantsDeadLetters() {
        return attempts < PATIENT || has(FaultKind.REFUSES);
    }

    /** Whether something is to come again that had been done. */
    boolean wantsRepeats() {
        return has(FaultKind.APPLIED_THEN_FAILS) || has(FaultKind.DUPLICATES);
    }

    private boolean has(FaultKind kind) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind);
    }

    /** For people. */
    String described() {
        String told = faults.stream()
                .filter(fault -> fault.kind() != FaultKind.NONE)
                .map(fault -> fault.system() + " "
                        + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        if (told.isEmpty()) {
            told = slow.map(system -> system + " changes by itself, " + policy).orElse("two changes at once");
        }
        return told + (changes == Changes.AGAIN ? "; changes again" : "") + (kill ? "; hub killed" : "");
    }
}
