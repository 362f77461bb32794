package io.goldsmith.connect.spi;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One extraction of a connector: lands deliveries in the hub and counts what became of them. The hub hears of a run when there is something to land, so
 * that polling each second does not bury the runs that did something. Not thread-safe.
 */
public final class ExtractionRun {

    /** The most deliveries that are landed at once. */
    public static final int BATCH = 2_000;

    private static final int BATCHES_PER_NOTE = 10;

    private final Hub hub;
    private final String connector;
    private final StageProgress progress;
    private final List<String> failedFiles = new ArrayList<>();
    private OptionalLong runId = OptionalLong.empty();
    private ExtractionCounts counts = ExtractionCounts.NONE;
    private int batches;

    public ExtractionRun(Hub hub, String connector, StageProgress progress) {
        this.hub = hub;
        this.connector = connector;
        this.progress = progress;
    }

    /**
     * Lands deliveries; when this returns, they survive a crash.
     *
     * @param deliveries at most {@value #BATCH}
     */
    public void land(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        LandingCounts landed = hub.intake().land(start(), deliveries);
        long unreadable = deliveries.stream()
                .filter(Delivery.Unreadable.class::isInstance)
                .count();
        counts = counts.plus(new ExtractionCounts(
                deliveries.size(),
                landed.landed(),
                landed.unchanged(),
                landed.stale(),
                landed.quarantined() - unreadable,
                unreadable,
                0,
                landed.suppressed()));
        progress.report("extract " + connector, counts.read(), -1);
        if (++batches % BATCHES_PER_NOTE == 0) {
            hub.runs().count(start(), counts.asMap());
        }
    }

    /** Counts rows that were read again and need no landing. */
    public void unchanged(long rows) {
        counts = counts.plus(new ExtractionCounts(rows, 0, rows, 0, 0, 0, 0));
    }

    /** Notes that a file could not be read as a whole; what it says why waits in quarantine too. */
    public void failedFile(Delivery.Unreadable file) {
        land(List.of(file));
        counts = counts.plus(new ExtractionCounts(-1, 0, 0, 0, 0, -1, 1));
        failedFiles.add(file.origin() + ": " + file.reason());
    }

    /** Starts the hub's run, if it has not started yet. */
    public long start() {
        if (runId.isEmpty()) {
            runId = OptionalLong.of(hub.runs().start(connector).id());
        }
        return runId.getAsLong();
    }

    /** Ends it well, unless a file failed: then as failed, with the files' reasons. */
    public void end() {
        if (!failedFiles.isEmpty()) {
            fail(failedMessage());
        } else if (runId.isPresent()) {
            hub.runs().done(runId.getAsLong(), counts.asMap());
        }
    }

    /** Ends it as failed. */
    public void fail(String message) {
        hub.runs().failed(start(), counts.asMap(), message);
    }

    /** Why files failed, at most three of them; empty if none did. */
    public String failedMessage() {
        String first = String.join("; ", failedFiles.subList(0, Math.min(3, failedFiles.size())));
        return failedFiles.size() > 3 ? first + "; and " + (failedFiles.size() - 3) + " more" : first;
    }

    public ExtractionCounts counts() {
        return counts;
    }
}
