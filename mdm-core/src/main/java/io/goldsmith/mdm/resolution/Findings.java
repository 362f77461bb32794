package io.goldsmith.mdm.resolution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what a check finds: every place is counted, the first ones are kept. */
final class Findings {

    private final Map<Invariant, Long> counts = new EnumMap<>(Invariant.class);
    private final List<BrokenInvariant> first = new ArrayList<>();
    private long records;
    private long goldenRecords;
    private long outdated;

    void add(BrokenInvariant broken) {
        counts.merge(broken.invariant(), 1L, Long::sum);
        if (first.size() < ConsistencyReport.KEPT) {
            first.add(broken);
        }
    }

    /** Takes what another one gathered. */
    void addAll(Findings part) {
        part.counts.forEach((invariant, places) -> counts.merge(invariant, places, Long::sum));
        part.first.stream().limit(ConsistencyReport.KEPT - (long) first.size()).forEach(first::add);
        records += part.records;
        goldenRecords += part.goldenRecords;
        outdated += part.outdated;
    }

    void records(long number) {
        records += number;
    }

    void goldenRecords(long number) {
        goldenRecords += number;
    }

    void outdated() {
        outdated++;
    }

    ConsistencyReport report(long waiting) {
        return new ConsistencyReport(records, goldenRecords, waiting, outdated, counts, first);
    }
}
