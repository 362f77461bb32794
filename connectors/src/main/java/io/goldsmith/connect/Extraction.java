package io.goldsmith.connect;

import io.goldsmith.connect.health.Admission;
import io.goldsmith.connect.health.Breaker;
import io.goldsmith.connect.scale.SharedWorkException;
import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.Landing;
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
    private final Landing landing;
    private int failures;
    private volatile ExtractionTotals totals = ExtractionTotals.NONE;
    private Instant restUntil = Instant.EPOCH;

    /**
     * @param breaker of the system that the connector reads
     * @param turn to extract it
     * @param landing who lands what is read
     */
    Extraction(
            Hub hub,
            Connector connector,
            Breaker breaker,
            Turn turn,
            Clock clock,
            StageProgress progress,
            Landing landing) {
        this.landing = landing;
        this.hub = hub;
        this.connector = connector;
        this.breaker = breaker;
        this.turn = turn;
        this.clock = clock;
        this.progress = progress;
    }

    /** Extracts now, as a run of the hub whatever it finds, and even if the system rests: who asks wants to know. */
    synchronized ExtractionReport extract() {
        if (isShared()) {
            ExtractionRun run = shared();
            run.start();
            return extract(run, connector::extract);
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
            ExtractionRun run = newRun();
            return inTurn(claim, () -> {
                run.start();
                return extract(run, connector::extract);
            });
        } finally {
            if (claim == Turn.Claim.TAKEN) {
                turn.release();
            }
        }
    }

    /** Looks for news; a run of the hub only if there is some. After failures it rests, ever longer, as the breaker of the system says in the end. */
    synchronized ExtractionReport poll() {
        return isShared() ? unlessItRests(() -> extract(shared(), connector::extract)) : inTurn(connector::extract);
    }

    private ExtractionRun newRun() {
        return new ExtractionRun(hub, connector.name(), progress, turn::require, landing);
    }

    /**
     * Takes what the system sends for a moment; a run of the hub only if something comes. After failures it rests as polling does.
     *
     * @param landed told after each landing
     */
    synchronized ExtractionReport listen(Runnable landed) {
        if (!(connector instanceof Listening listening)) {
            return nothing("its system does not send");
        }
        return isShared()
                ? unlessItRests(() -> extract(shared(), run -> listening.listen(run, landed)))
                : inTurn(run -> listening.listen(run, landed));
    }

    /** Whether several nodes may be at it at the same time. */
    private boolean isShared() {
        return connector instanceof Listening listening && listening.isShared();
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

    /** Work that comes round by the clock, if it is this node's turn; a node whose turn went to another lets go of the system, which it may hold. */
    private ExtractionReport inTurn(Consumer<ExtractionRun> work) {
        Turn.Claim claim = turn.takeByClock();
        if (claim == Turn.Claim.REFUSED) {
            if (connector instanceof Listening listening) {
                listening.leave();
            }
            return nothing("another node extracts it");
        }
        ExtractionRun run = newRun();
        return unlessItRests(() -> inTurn(claim, () -> extract(run, work)));
    }

    private ExtractionReport inTurn(Turn.Claim claim, Supplier<ExtractionReport> work) {
        if (claim == Turn.Claim.TAKEN) {
            // Whoever had the turn before and left a run behind is dead.
            hub.runs().interruptAbandoned(connector.name());
        }
        turn.work();
        try {
            return work.get();
        } finally {
            turn.rest();
        }
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
            if (failure instanceof ConnectException && isOfTheSystem(failure)) {
                breaker.failed(message);
            } else {
                breaker.unused();
            }
            run.fail(message);
            return report(RunState.FAILED, run, begun, message);
        }
    }

    private static boolean isOfTheSystem(RuntimeException failure) {
        return !(failure instanceof TurnLostException) && !(failure instanceof SharedWorkException);
    }

    private ExtractionReport report(RunState state, ExtractionRun run, Instant begun, String message) {
        Instant now = clock.instant();
        ExtractionReport report =
                new ExtractionReport(connector.name(), state, run.counts(), Duration.between(begun, now), message);
        totals = totals.plus(report, now);
        return report;
    }
}
