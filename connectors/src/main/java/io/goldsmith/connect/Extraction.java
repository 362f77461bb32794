package io.goldsmith.connect;

import io.goldsmith.connect.health.Admission;
import io.goldsmith.connect.health.Breaker;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.Listening;
import io.goldsmith.connect.turn.Turn;
import io.goldsmith.connect.turn.TurnLostException;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.run.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The extractions of one connector, one at a time. */
final class Extraction {

    private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 10;

    private final Hub hub;
    private final Connector connector;
    private final Breaker breaker;
    private final Turn turn;
    private final Clock clock;
    private final StageProgress progress;
    private int failures;
    private volatile ExtractionTotals totals = ExtractionTotals.NONE;
    private Instant restUntil = Instant.EPOCH;

    /**
     * @param breaker of the system that the connector reads
     * @param turn to extract it
     */
    Extraction(Hub hub, Connector connector, Breaker breaker, Turn turn, Clock clock, StageProgress progress) {
        this.hub = hub;
        this.connector = connector;
        this.breaker = breaker;
        this.turn = turn;
        this.clock = clock;
        this.progress = progress;
    }

    /** Extracts now, as a run of the hub whatever it finds, and even if the system rests: who asks wants to know. */
    synchronized ExtractionReport extract() {
        if (connector instanceof Listening) {
            ExtractionRun run = shared();
            run.start();
            return extract(run);
        }
        Turn.Claim claim = turn.take();
        if (claim == Turn.Claim.REFUSED) {
            return new ExtractionReport(
                    connector.name(),
                    RunState.FAILED,
                    ExtractionCounts.NONE,
                    Duration.ZERO,
                    "Connector " + connector.name() + " is extracted by another node on this database;"
                            + " ask that one, or try again a minute after it has ended");
        }
        try {
            return inTurn(claim, () -> {
                ExtractionRun run = new ExtractionRun(hub, connector.name(), progress, turn::require);
                run.start();
                return run;
            });
        } finally {
            if (claim == Turn.Claim.TAKEN) {
                turn.release();
            }
        }
    }

    /** Looks for news; a run of the hub only if there is some. After failures it rests, ever longer, as the breaker of the system says in the end. */
    synchronized ExtractionReport poll() {
        if (connector instanceof Listening) {
            return unlessItRests(() -> extract(shared()));
        }
        Turn.Claim claim = turn.takeByClock();
        if (claim == Turn.Claim.REFUSED) {
            return nothing("another node extracts it");
        }
        return unlessItRests(
                () -> inTurn(claim, () -> new ExtractionRun(hub, connector.name(), progress, turn::require)));
    }

    /**
     * Takes what the system sends for a moment; a run of the hub only if something comes. After failures it rests as polling does.
     *
     * @param landed told after each landing
     */
    synchronized ExtractionReport listen(Runnable landed) {
        return connector instanceof Listening listening
                ? unlessItRests(() -> extract(shared(), run -> listening.listen(run, landed)))
                : nothing("its system does not send");
    }

    /** Several nodes may listen to one system, each to a part. */
    private ExtractionRun shared() {
        return ExtractionRun.shared(hub, connector.name(), progress);
    }

    private ExtractionReport unlessItRests(Supplier<ExtractionReport> work) {
        Admission admission = breaker.admit();
        boolean isEarly = admission == Admission.FREELY && clock.instant().isBefore(restUntil);
        if (isEarly || admission == Admission.NOT_NOW) {
            breaker.unused();
            return nothing("resting after a failure");
        }
        return work.get();
    }

    /** What its extractions came to so far. */
    ExtractionTotals totals() {
        return totals;
    }

    private ExtractionReport nothing(String why) {
        return new ExtractionReport(connector.name(), RunState.DONE, ExtractionCounts.NONE, Duration.ZERO, why);
    }

    private ExtractionReport inTurn(Turn.Claim claim, Supplier<ExtractionRun> run) {
        if (claim == Turn.Claim.TAKEN) {
            // Whoever had the turn before and left a run behind is dead.
            hub.runs().interruptAbandoned(connector.name());
        }
        turn.work();
        try {
            return extract(run.get());
        } finally {
            turn.rest();
        }
    }

    private ExtractionReport extract(ExtractionRun run) {
        return extract(run, connector::extract);
    }

    private ExtractionReport extract(ExtractionRun run, Consumer<ExtractionRun> work) {
        Instant begun = clock.instant();
        try {
            work.accept(run);
            failures = 0;
            restUntil = Instant.EPOCH;
            breaker.answered();
            run.end();
            RunState state = run.failedMessage().isEmpty() ? RunState.DONE : RunState.FAILED;
            return report(state, run, begun, run.failedMessage());
        } catch (RuntimeException failure) {
            String message = failure instanceof ConnectException told
                    ? told.getMessage()
                    : "Connector " + connector.name() + " was stopped by "
                            + failure.getClass().getSimpleName() + "; see the log";
            LOG.warn("{}", message);
            LOG.debug("extraction of {} failed", connector.name(), failure);
            Duration rest = Duration.ofSeconds(1L << Math.min(failures++, DOUBLINGS));
            restUntil = clock.instant().plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
            if (failure instanceof ConnectException && !(failure instanceof TurnLostException)) {
                breaker.failed(message);
            } else {
                breaker.unused();
            }
            run.fail(message);
            return report(RunState.FAILED, run, begun, message);
        }
    }

    private ExtractionReport report(RunState state, ExtractionRun run, Instant begun, String message) {
        Instant now = clock.instant();
        ExtractionReport report =
                new ExtractionReport(connector.name(), state, run.counts(), Duration.between(begun, now), message);
        totals = totals.plus(report, now);
        return report;
    }
}
