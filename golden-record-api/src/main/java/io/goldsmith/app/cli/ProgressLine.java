package io.goldsmith.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how far long work is (a line that is written over on a terminal, a line now and then elsewhere) and remembers how long each of its
 * stages took. Thread-safe.
 */
public final class ProgressLine {

    private static final long ON_TERMINAL_NANOS = 100_000_000L;
    private static final long ELSEWHERE_NANOS = 5_000_000_000L;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean terminal = System.console() != null;
    private final Map<String, long[]> spans = new LinkedHashMap<>();
    private long lastShown = System.nanoTime();

    /** A line on a command's standard error. */
    public ProgressLine(PrintWriter err) {
        this.err = err;
    }

    /**
     * Tells how far a stage is.
     *
     * @param stage its name
     * @param done how many of its items are done
     * @param total how many there are; -1 if not known
     */
    public synchronized void report(String stage, long done, long total) {
        long now = System.nanoTime();
        long[] span = spans.computeIfAbsent(stage, first -> new long[] {now, now});
        span[1] = now;
        if (now - lastShown >= (terminal ? ON_TERMINAL_NANOS : ELSEWHERE_NANOS)) {
            lastShown = now;
            show(line(stage, done, total, (now - span[0]) / 1e9));
        }
    }

    private static String line(String stage, long done, long total, double seconds) {
        String rate = seconds > 0 ? String.format(Locale.ROOT, "%,.0f/s", done / seconds) : "";
        if (total <= 0 || done == 0) {
            return String.format(Locale.ROOT, "%s: %,d %s", stage, done, rate);
        }
        double left = seconds * (total - done) / done;
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d (%d %%) %s, %.0f s left",
                stage,
                done,
                total,
                100 * done / total,
                rate,
                left);
    }

    private void show(String text) {
        if (terminal) {
            err.print("\r" + String.format("%-" + WIDTH + "s", text));
        } else {
            err.println(text);
        }
        err.flush();
    }

    /** Says what begins now. */
    public synchronized void announce(String text) {
        clear();
        err.println(text);
        err.flush();
    }

    /** Leaves the terminal on a fresh line. */
    public synchronized void clear() {
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }

    /** How many seconds lay between the first and the last word of a stage; 0 if it was never heard of. */
    public synchronized double seconds(String stage) {
        long[] span = spans.getOrDefault(stage, new long[2]);
        return (span[1] - span[0]) / 1e9;
    }
}
