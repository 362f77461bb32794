package io.goldsmith.app.cli;

import io.goldsmith.matching.run.MatchProgress;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Shows how far a match is: a line that is written over on a terminal, a line every few seconds elsewhere. */
final class MatchProgressLine implements MatchProgress {

    private static final long BETWEEN_LINES_NANOS = 5_000_000_000L;
    private static final long BETWEEN_UPDATES_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final boolean terminal = System.console() != null;
    private final Map<String, long[]> startAndEnd = new LinkedHashMap<>();
    private long lastShown = System.nanoTime();
    private boolean shown;

    MatchProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void advanced(String stage, long done, long total) {
        long now = System.nanoTime();
        long[] times = startAndEnd.computeIfAbsent(stage, unused -> new long[] {now, now});
        times[1] = now;
        if (now - lastShown < (terminal ? BETWEEN_UPDATES_NANOS : BETWEEN_LINES_NANOS)) {
            return;
        }
        lastShown = now;
        shown = true;
        err.print((terminal ? "\r" : "") + text(stage, done, total, now - times[0]));
        if (!terminal) {
            err.println();
        }
        err.flush();
    }

    private static String text(String stage, long done, long total, long nanos) {
        if (total <= done) {
            double perSecond = done / Math.max(1e-9, nanos / 1e9);
            return String.format(Locale.ROOT, "%-6s %,d (%,.0f/s)   ", stage, done, perSecond);
        }
        double left = nanos / 1e9 * (total - done) / Math.max(1, done);
        return String.format(Locale.ROOT, "%-6s %3d%%, %.0f s left   ", stage, done * 100 / total, left);
    }

    /** How many seconds lay between the first and the last word of a stage. */
    synchronized double secondsOf(String stage) {
        long[] times = startAndEnd.getOrDefault(stage, new long[2]);
        return (times[1] - times[0]) / 1e9;
    }

    /** Leaves the terminal on a fresh line. */
    synchronized void end() {
        if (terminal && shown) {
            err.print("\r" + " ".repeat(60) + "\r");
            err.flush();
        }
    }
}
