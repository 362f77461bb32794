package io.goldsmith.bench.connect;

import io.goldsmith.connect.StageProgress;
import java.lang.management.ManagementFactory;

/** Looks at what is alive on the heap early on the way, and again when asked. */
final class LiveHeap implements StageProgress {

    private static final double BYTES_PER_MIB = 1024 * 1024;

    private final StageProgress progress;
    private final long early;
    private double earlyMib;

    /** @param early after how many rows it looks first */
    LiveHeap(StageProgress progress, long early) {
        this.progress = progress;
        this.early = early;
    }

    @Override
    public void report(String stage, long done, long total) {
        if (earlyMib == 0 && done >= early) {
            earlyMib = now();
        }
        progress.report(stage, done, total);
    }

    /** What was alive early, in MiB. */
    double early() {
        return earlyMib;
    }

    /** What is alive, in MiB. */
    double now() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB;
    }
}
