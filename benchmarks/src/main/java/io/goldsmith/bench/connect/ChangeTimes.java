package io.goldsmith.bench.connect;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.hub.Latencies;
import io.goldsmith.bench.hub.PostgreSqlServer;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Times changes on their way: from the moment before they are committed in a source to their arrival in the last of two targets. */
final class ChangeTimes {

    static final String P99 = "change in a polled source to the last target, p99";

    private static final int PERSONS = 2_000;
    private static final int PER_SECOND = 100;
    private static final double P99_SHARE = 0.99;
    private static final long PATIENCE_SECONDS = 30;

    private final Workplace workplace;
    private final ConnectScale scale;
    private final ProgressLine progress;
    private final FigureList figures;

    ChangeTimes(Workplace workplace, ConnectScale scale, ProgressLine progress, FigureList figures) {
        this.workplace = workplace;
        this.scale = scale;
        this.progress = progress;
        this.figures = figures;
    }

    /** Changes so many persons each second, in a table that the hub polls. */
    void measure() {
        progress.announce("Changes on their way from a polled table to two services…");
        Path folder = workplace.file("served");
        try (PostgreSqlServer source = PostgreSqlServer.start(folder.resolve("source"));
                PostgreSqlServer database = PostgreSqlServer.start(folder.resolve("hub"));
                TargetService first = TargetService.start(PERSONS);
                TargetService second = TargetService.start(PERSONS);
                CrmTable crm = CrmTable.create(source.url(), PERSONS)) {
            List<TargetService> targets = List.of(first, second);
            ServedFolder.write(folder, database.url(), source.url(), targets);
            try (ServedHub hub = ServedHub.start(folder)) {
                hub.awaitLoaded(PERSONS);
                change(crm, 1, scale.warmUpChanges());
                int changes = scale.changes();
                long[] begun = change(crm, scale.warmUpChanges() + 1, changes);
                tell(begun, scale.warmUpChanges() + 1, targets);
            }
        } catch (BenchException failure) {
            progress.announce(failure.getMessage());
            figures.failed(P99);
        }
    }

    /** Makes changes at an even pace; answers when each began. */
    private static long[] change(CrmTable crm, int firstNumber, int changes) {
        long[] begun = new long[changes];
        long start = System.nanoTime();
        for (int i = 0; i < changes; i++) {
            long due = start + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            begun[i] = System.nanoTime();
            crm.move(new Person((firstNumber + i) % PERSONS), firstNumber + i);
        }
        return begun;
    }

    private void tell(long[] begun, int firstNumber, List<TargetService> targets) {
        awaitLast(firstNumber + begun.length - 1, targets);
        LongArrayList nanos = new LongArrayList();
        int missing = 0;
        for (int i = 0; i < begun.length; i++) {
            long last = 0;
            for (TargetService target : targets) {
                last = Math.max(last, target.arrivals().getOrDefault(firstNumber + i, Long.MAX_VALUE));
            }
            if (last == Long.MAX_VALUE) {
                missing++;
            } else {
                nanos.add(last - begun[i]);
            }
        }
        figures.less("changes that did not arrive", missing, "changes");
        if (missing > 0) {
            figures.failed(P99);
            return;
        }
        Latencies latencies = new Latencies(nanos.toLongArray());
        figures.less("change in a polled source to the last target, median", latencies.within(0.5), "ms");
        figures.less(P99, latencies.within(P99_SHARE), "ms");
        figures.less("change in a polled source to the last target, slowest", latencies.slowest(), "ms");
    }

    private static void awaitLast(int number, List<TargetService> targets) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end
                && !targets.stream().allMatch(target -> target.arrivals().containsKey(number))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
