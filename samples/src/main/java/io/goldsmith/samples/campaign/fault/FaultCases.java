package io.goldsmith.samples.campaign.fault;

import static io.goldsmith.samples.campaign.fault.FaultCase.Changes.ALONE;
import static io.goldsmith.samples.campaign.fault.FaultCase.Changes.AT_ONCE;
import static io.goldsmith.samples.campaign.fault.FaultKind.APPLIED_THEN_FAILS;
import static io.goldsmith.samples.campaign.fault.FaultKind.CUT;
import static io.goldsmith.samples.campaign.fault.FaultKind.DOWN;
import static io.goldsmith.samples.campaign.fault.FaultKind.DUPLICATES;
import static io.goldsmith.samples.campaign.fault.FaultKind.GARBAGE;
import static io.goldsmith.samples.campaign.fault.FaultKind.HANGS;
import static io.goldsmith.samples.campaign.fault.FaultKind.NONE;
import static io.goldsmith.samples.campaign.fault.FaultKind.REFUSES;
import static io.goldsmith.samples.campaign.fault.FaultKind.REORDERS;

import java.util.ArrayList;
import java.util.List;

/** The table of cases. */
final class FaultCases {

    private static final List<FaultKind> OF_EACH = List.of(REFUSES, HANGS, GARBAGE, APPLIED_THEN_FAILS, CUT, DOWN);

    private FaultCases() {}

    static List<FaultCase> all() {
        List<FaultCase> cases = new ArrayList<>();
        for (String system : List.of("crm", "accounting", "erp")) {
            OF_EACH.forEach(kind -> cases.add(FaultCase.of(system, kind)));
        }
        cases.add(FaultCase.of("erp", DUPLICATES).undisturbed());
        cases.add(FaultCase.of("erp", REORDERS));
        cases.add(FaultCase.ofDeadLetters("accounting").undisturbed());
        cases.add(FaultCase.ofAll("two-applied-then-fail", NONE, APPLIED_THEN_FAILS, APPLIED_THEN_FAILS, ALONE));
        cases.add(FaultCase.ofAll("all-down", DOWN, DOWN, DOWN, ALONE));
        cases.add(FaultCase.ofChangesAgain("accounting", DOWN));
        cases.add(FaultCase.ofChangesAgain("erp", HANGS));
        cases.add(FaultCase.ofAll("at-once", NONE, NONE, NONE, AT_ONCE));
        cases.add(FaultCase.ofAll("at-once-with-faults", CUT, APPLIED_THEN_FAILS, DUPLICATES, AT_ONCE));
        for (String system : List.of("crm", "accounting")) {
            cases.add(FaultCase.ofConflict(system, "overwrite"));
            cases.add(FaultCase.ofConflict(system, "keep"));
        }
        return cases;
    }
}
