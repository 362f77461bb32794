package io.goldsmith.samples.campaign.fault;

import java.util.List;

/**
 * What came of a case.
 *
 * @param deliveries in the hub's ledger
 * @param changes by the hub, as the systems counted them
 * @param repeats of what had been done, as the systems counted them
 * @param seconds how long it took
 * @param problems what did not hold
 */
record FaultOutcome(
        FaultCase faultCase,
        long seed,
        long deliveries,
        long changes,
        long repeats,
        double seconds,
        List<String> problems) {

    boolean holds() {
        return problems.isEmpty();
    }
}
