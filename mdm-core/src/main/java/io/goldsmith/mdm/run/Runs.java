package io.goldsmith.mdm.run;

import java.util.List;
import java.util.Map;

/** Starts, counts and ends runs. At most one run of a name is running. */
public final class Runs {

    /**
     * Starts a run.
     *
     * @throws RunInProgressException if one of that name is running
     */
    public Run start(String name) {
        throw new UnsupportedOperationException();
    }

    /** Notes counts of a running run; replaces those of the same names. */
    public void count(long runId, Map<String, Long> counts) {
        throw new UnsupportedOperationException();
    }

    public Run done(long runId, Map<String, Long> counts) {
        throw new UnsupportedOperationException();
    }

    /** Ends a run as failed; {@code message} says what and what to do, without values. */
    public Run failed(long runId, Map<String, Long> counts, String message) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Run> latest(int limit) {
        throw new UnsupportedOperationException();
    }
}
