package io.goldsmith.connect.push;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.run.RunInProgressException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's run to which pushed items belong: one for a minute of them, so that requests do not bury the other runs. Thread-safe. */
final class PushRun {

    private static final Logger LOG = LoggerFactory.getLogger(PushRun.class);

    private static final Duration LASTS = Duration.ofMinutes(1);

    private final Hub hub;
    private final String connector;
    private OptionalLong run = OptionalLong.empty();
    private Instant begun = Instant.MIN;
    private ExtractionCounts counts = ExtractionCounts.NONE;
    private int inside;

    PushRun(Hub hub, String connector) {
        this.hub = hub;
        this.connector = connector;
    }

    /** A request begins to land; it must say when it {@link #leave leaves}. */
    synchronized long enter() {
        if (run.isEmpty()) {
            run = OptionalLong.of(start());
            begun = hub.clock().instant();
            counts = ExtractionCounts.NONE;
        }
        inside++;
        return run.getAsLong();
    }

    private long start() {
        try {
            return hub.runs().start(connector).id();
        } catch (RunInProgressException onAnotherNode) {
            return hub.runs()
                    .start(connector + "-"
                            + Integer.toHexString(ThreadLocalRandom.current().nextInt()))
                    .id();
        }
    }

    /** @param landed what became of its items */
    synchronized void leave(ExtractionCounts landed) {
        inside--;
        counts = counts.plus(landed);
    }

    /** Ends the run if it has lasted long enough. */
    void endIfOver() {
        end(LASTS);
    }

    /** Ends the run, whatever it has lasted. */
    void end() {
        end(Duration.ZERO);
    }

    private synchronized void end(Duration atLeast) {
        if (run.isEmpty() || inside > 0 || hub.clock().instant().isBefore(begun.plus(atLeast))) {
            return;
        }
        try {
            hub.runs().done(run.getAsLong(), counts.asMap());
        } catch (MdmException interrupted) {
            // Another node that opens the hub takes runs for abandoned; what was landed does not depend on them.
            LOG.debug("the run of {} was ended from elsewhere", connector);
        }
        run = OptionalLong.empty();
    }
}
