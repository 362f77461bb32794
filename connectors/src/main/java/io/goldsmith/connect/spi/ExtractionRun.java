package io.goldsmith.connect.spi;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.run.RunInProgressException;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.Disappearance;
import io.goldsmith.mdm.source.LandingCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One extraction of a connector: lands deliveries in the hub and counts what became of them. The hub hears of a run when there is something to land, so
 * that polling each second does not bury the runs that did something. Not thread-safe.
 */
public final class ExtractionRun {

    /** The most deliveries that are landed at once. */
    public static final int BATCH = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(ExtractionRun.class);

    private static final int BATCHES_PER_NOTE = 10;

    /** The most nodes that extract one connector at the same time. */
    private static final int MOST_NODES = 99;

    private final Hub hub;
    private final String connector;
    private final StageProgress progress;
    private final boolean isShared;
    private final Runnable inTurn;
    private final List<String> failures = new ArrayList<>();
    private Optional<String> fullExtractOf = Optional.empty();
    private OptionalLong runId = OptionalLong.empty();
    private ExtractionCounts counts = ExtractionCounts.NONE;
    private int batches;
    private final Landing landing;
    private final LandingQueue queue;

    public ExtractionRun(Hub hub, String connector, StageProgress progress) {
        this(hub, connector, progress, () -> {}, new OwnLanding(hub));
    }

    /**
     * @param inTurn asked before each batch; throws if another node extracts the connector by now
     * @param landing who lands the batches
     */
    public ExtractionRun(Hub hub, String connector, StageProgress progress, Runnable inTurn, Landing landing) {
        this(hub, connector, progress, inTurn, landing, false);
    }

    private ExtractionRun(
            Hub hub, String connector, StageProgress progress, Runnable inTurn, Landing landing, boolean isShared) {
        this.landing = landing;
        this.queue = new LandingQueue(this::landed, landing.atOnce());
        this.inTurn = inTurn;
        this.hub = hub;
        this.connector = connector;
        this.progress = progress;
        this.isShared = isShared;
    }

    /**
     * An extraction that other nodes of the hub may do at the same time, each of a part: their runs are told apart by a number, and each lands what it
     * takes.
     */
    public static ExtractionRun shared(Hub hub, String connector, StageProgress progress) {
        return new ExtractionRun(hub, connector, progress, () -> {}, new OwnLanding(hub), true);
    }

    /**
     * Lands deliveries; when this returns, they and what was queued before them survive a crash.
     *
     * @param deliveries at most {@value #BATCH}
     */
    public void land(List<Delivery> deliveries) {
        queue.finish();
        if (!deliveries.isEmpty()) {
            start();
            count(deliveries, landed(deliveries));
        }
    }

    /**
     * Lands deliveries while the next ones are read: returns before they are landed, unless many are under way.
     *
     * @param deliveries at most {@value #BATCH}
     * @param landed called when they and what was queued before them survive a crash; on the thread of the extraction, at the latest by the next {@link #land}
     */
    public void queue(List<Delivery> deliveries, Runnable landed) {
        start();
        Set<String> keys = deliveries.stream().map(StreamLander::keyOf).collect(Collectors.toCollection(HashSet::new));
        queue.add(deliveries, keys, counts -> count(deliveries, counts), landed);
    }

    /** Lands; of several threads. */
    private LandingCounts landed(List<Delivery> deliveries) {
        inTurn.run();
        return landing.land(runId.getAsLong(), isFullExtract(), deliveries);
    }

    private void count(List<Delivery> deliveries, LandingCounts landed) {
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
                landed.suppressed(),
                0));
        progress.report("extract " + connector, counts.read(), -1);
        if (++batches % BATCHES_PER_NOTE == 0) {
            hub.runs().count(start(), counts.asMap());
        }
    }

    /** Counts rows that were read again and need no landing. */
    public void unchanged(long rows) {
        counts = counts.plus(new ExtractionCounts(rows, 0, rows, 0, 0, 0, 0));
    }

    /** Before what is written is not landed: throws if another node extracts the connector by now. */
    public void requireTurn() {
        inTurn.run();
    }

    /**
     * Counts entries of reference data on their way into the hub.
     *
     * @param entries those that were written
     * @param unreadable rows that could not become entries and are not landed as {@link Delivery.Unreadable}, since there are too many
     */
    public void loaded(long entries, long unreadable) {
        start();
        counts = counts.plus(new ExtractionCounts(entries + unreadable, entries, 0, 0, 0, unreadable, 0));
        progress.report("extract " + connector, counts.read(), -1);
        if (++batches % BATCHES_PER_NOTE == 0) {
            hub.runs().count(start(), counts.asMap());
        }
    }

    /** Notes that a file could not be read as a whole; what it says why waits in quarantine too. */
    public void failedFile(Delivery.Unreadable file) {
        land(List.of(file));
        counts = counts.plus(new ExtractionCounts(-1, 0, 0, 0, 0, -1, 1));
        failures.add(file.origin() + ": " + file.reason());
    }

    /** From now on this run delivers every record that the source system has; said again, nothing changes. */
    public void beginFullExtract(String sourceSystem) {
        if (!isFullExtract()) {
            hub.intake().beginFullExtract(sourceSystem, start());
            fullExtractOf = Optional.of(sourceSystem);
        }
    }

    /** Whether it has begun as a full extract. */
    public boolean isFullExtract() {
        return fullExtractOf.isPresent();
    }

    /**
     * All of the source system was delivered: what was not has vanished and is deleted. If that is held back, the run ends as failed, with
     * the reason and what to do.
     */
    public void endFullExtract() {
        queue.finish();
        Disappearance disappearance = hub.intake().reconcileFullExtract(fullExtractOf.orElseThrow(), start());
        if (disappearance.outcome() == Disappearance.Outcome.RECONCILED) {
            counts = counts.plus(new ExtractionCounts(0, 0, 0, 0, 0, 0, 0, 0, disappearance.vanished()));
        } else {
            failures.add(disappearance.message());
        }
    }

    /** The full extract lacks something, so that nothing can be said of what it did not deliver; the run ends as failed, with the reason. */
    public void abandonFullExtract(String reason) {
        failures.add(reason);
    }

    /** Starts the hub's run, if it has not started yet. */
    public long start() {
        if (runId.isEmpty()) {
            runId = OptionalLong.of(started().id());
        }
        return runId.getAsLong();
    }

    private Run started() {
        for (int node = 1; isShared && node < MOST_NODES; node++) {
            try {
                return hub.runs().start(node == 1 ? connector : connector + " (" + node + ")");
            } catch (RunInProgressException elsewhere) {
                LOG.debug("{}", elsewhere.getMessage());
            }
        }
        return hub.runs().start(isShared ? connector + " (" + MOST_NODES + ")" : connector);
    }

    /** Ends it well, unless a file failed or a disappearance is held back: then as failed, with the reasons. */
    public void end() {
        queue.finish();
        queue.close();
        if (!failures.isEmpty()) {
            fail(failedMessage());
        } else if (runId.isPresent()) {
            hub.runs().done(runId.getAsLong(), counts.asMap());
        }
    }

    /** Ends it as failed. */
    public void fail(String message) {
        queue.close();
        hub.runs().failed(start(), counts.asMap(), message);
    }

    /** Why files failed or a disappearance is held back, at most three reasons; empty if there is none. */
    public String failedMessage() {
        String first = String.join("; ", failures.subList(0, Math.min(3, failures.size())));
        return failures.size() > 3 ? first + "; and " + (failures.size() - 3) + " more" : first;
    }

    public ExtractionCounts counts() {
        return counts;
    }
}
