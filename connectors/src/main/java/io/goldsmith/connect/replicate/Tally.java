package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.ReconciliationReport.Repair;
import io.goldsmith.mdm.source.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a reconciliation finds, and keeps the first of the drifted records. Used by one thread. */
final class Tally {

    private static final int MOST_REASONS = 3;

    private final ReconciliationRequest request;
    private final SortedMap<String, Long> columns = new TreeMap<>();
    private final List<Drift> drifted = new ArrayList<>();
    private final List<String> unreadableRows = new ArrayList<>();
    private long read;
    private long equal;
    private long different;
    private long missing;
    private long unknown;
    private long underWay;
    private long notCompared;
    private long unreadable;
    private boolean tellsMissing;

    Tally(ReconciliationRequest request) {
        this.request = request;
    }

    void equal() {
        equal++;
    }

    void underWay() {
        underWay++;
    }

    void notCompared() {
        notCompared++;
    }

    void unreadable(Delivery.Unreadable row) {
        unreadable++;
        read++;
        if (unreadableRows.size() < MOST_REASONS) {
            unreadableRows.add(row.origin() + ": " + row.reason());
        }
    }

    void read(long records) {
        read += records;
    }

    long read() {
        return read;
    }

    /** What was read was all that the target has. */
    void tellsMissing() {
        tellsMissing = true;
    }

    long missing() {
        return missing;
    }

    void drift(Drift drift) {
        switch (drift.kind()) {
            case DIFFERENT -> different++;
            case MISSING -> missing++;
            case UNKNOWN -> unknown++;
        }
        drift.columns().keySet().forEach(column -> columns.merge(column, 1L, Long::sum));
        if (drifted.size() < request.most()) {
            drifted.add(request.values() ? drift : withoutValues(drift));
        }
    }

    private static Drift withoutValues(Drift drift) {
        SortedMap<String, Optional<Difference>> names = new TreeMap<>();
        drift.columns().keySet().forEach(column -> names.put(column, Optional.empty()));
        return new Drift(drift.kind(), drift.key(), drift.goldenId(), names, drift.ledger());
    }

    ReconciliationReport report(String target, Duration elapsed, Optional<Repair> repair) {
        return new ReconciliationReport(
                target,
                elapsed,
                read,
                equal,
                different,
                missing,
                tellsMissing,
                unknown,
                underWay,
                notCompared,
                unreadable,
                unreadableRows,
                columns,
                drifted,
                repair);
    }
}
