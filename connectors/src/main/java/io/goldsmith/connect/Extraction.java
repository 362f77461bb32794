package io.goldsmith.connect;

import io.goldsmith.connect.spi.Connector;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.Listening;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.run.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The extractions of one connector, one at a time. */
final class Extraction {

    private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 10;

    private final Hub hub;
    private final Connector connector;
    private final Clock clock;
    private final StageProgress progress;
    private int failures;
    private Instant restUntil = Instant.MIN;

    Extraction(Hub hub, Connector connector, Clock clock, StageProgress progress) {
        this.hub = hub;
        this.connector = connector;
        this.clock = clock;
        this.progress = progress;
    }

    /** Extracts now, as a run of the hub whatever it finds. */
    synchronized ExtractionReport extract() {
        ExtractionRun run = newRun();
        run.start();
        return extract(run);
    }

    /** Looks for news; a run of the hub only if there is some. After failures it rests, ever longer, up to a minute. */
    synchronized ExtractionReport poll() {
        if (clock.instant().isBefore(restUntil)) {
            return resting();
        }
        return extract(newRun());
    }

    /**
     * Takes what the system sends for a moment; a run of the hub only if something comes. After failures it rests as polling does.
     *
     * @param landed told after each landing
     */
    synchronized ExtractionReport listen(Runnable landed) {
        if (clock.instant().isBefore(restUntil) || !(connector instanceof Listening listening)) {
            return resting();
        }
        return extract(newRun(), run -> listening.listen(run, landed));
    }

    /** Several nodes may listen to one system, each to a part. */
    private ExtractionRun newRun() {
        return connector instanceof Listening
                ? ExtractionRun.shared(hub, connector.name(), progress)
                : new ExtractionRun(hub, connector.name(), progress);
    }

    private ExtractionReport resting() {
        return new ExtractionReport(
                connector.name(), RunState.DONE, ExtractionCounts.NONE, Duration.ZERO, "resting after a failure");
    }

    private ExtractionReport extract(ExtractionRun run) {
        return extract(run, connector::extract);
    }

    private ExtractionReport extract(ExtractionRun run, Consumer<ExtractionRun> work) {
        Instant begun = clock.instant();
        try {
            work.accept(run);
            failures = 0;
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
            run.fail(message);
            return report(RunState.FAILED, run, begun, message);
        }
    }

    private ExtractionReport report(RunState state, ExtractionRun run, Instant begun, String message) {
        return new ExtractionReport(
                connector.name(), state, run.counts(), Duration.between(begun, clock.instant()), message);
    }
}
