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

/**
 * Times changes on their way: from the moment before they are made in a source to their arrival in the last of two targets. They are made at an even pace, in a table that the
 * hub polls each second, then by a system that pushes them.
 */
final class ChangeTimes {

    private static final int PERSONS = 2_000;
    private static final int POLLED_PER_SECOND = 100;
    private static final int PUSHED_PER_SECOND = 20;
    private static final double P99_SHARE = 0.99;
    private static final long PATIENCE_SECONDS = 30;

    private final Workplace workplace;
    private final ConnectScale scale;
    private final ProgressLine progress;
    private final FigureList figures;
    private int made;

    ChangeTimes(Workplace workplace, ConnectScale scale, ProgressLine progress, FigureList figures) {
        this.workplace = workplace;
        this.scale = scale;
        this.progress = progress;
        this.figures = figures;
    }

    /** Makes a change: a person moves. */
    private interface Source {
        void move(Person person, int number);
    }

    void measure() {
        progress.announce("Changes on their way to two services…");
        Path folder = workplace.file("served");
        try (PostgreSqlServer source = PostgreSqlServer.start(folder.resolve("source"));
                PostgreSqlServer database = PostgreSqlServer.start(folder.resolve("hub"));
                TargetService first = TargetService.start(PERSONS);
                TargetService second = TargetService.start(PERSONS);
                CrmTable crm = CrmTable.create(source.url(), PERSONS)) {
            List<TargetService> targets = List.of(first, second);
            ServedFolder.write(folder, database.url(), source.url(), targets);
            try (ServedHub hub = ServedHub.start(folder)) {
                Pushes pushes = new Pushes(hub.awaitLoaded(PERSONS));
                measure(ConnectGoals.POLLED, crm::move, POLLED_PER_SECOND, scale.polledChanges(), targets);
                measure(ConnectGoals.PUSHED, pushes::move, PUSHED_PER_SECOND, scale.pushedChanges(), targets);
            }
        } catch (BenchException failure) {
            progress.announce(failure.getMessage());
            figures.failed(ConnectGoals.POLLED);
            figures.failed(ConnectGoals.PUSHED);
        }
    }

    /** Times changes after a third as many that warm up. */
    private void measure(String name, Source source, int perSecond, int changes, List<TargetService> targets) {
        change(source, perSecond, changes / 3);
        int before = made;
        long[] begun = change(source, perSecond, changes);
        awaitLast(targets);
        tell(name, begun, before, targets);
    }

    /** Makes changes at an even pace; answers when each began. */
    private long[] change(Source source, int perSecond, int changes) {
        long[] begun = new long[changes];
        long start = System.nanoTime();
        for (int i = 0; i < changes; i++) {
            long due = start + i * (TimeUnit.SECONDS.toNanos(1) / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            begun[i] = System.nanoTime();
            made++;
            source.move(new Person(made % PERSONS), made);
        }
        return begun;
    }

    private void tell(String name, long[] begun, int before, List<TargetService> targets) {
        LongArrayList nanos = new LongArrayList();
        for (int i = 0; i < begun.length; i++) {
            long last = 0;
            for (TargetService target : targets) {
                last = Math.max(last, target.arrivals().getOrDefault(before + 1 + i, Long.MAX_VALUE));
            }
            if (last < Long.MAX_VALUE) {
                nanos.add(last - begun[i]);
            }
        }
        int missing = begun.length - nanos.size();
        figures.less(name + ", changes that did not arrive", missing, "changes");
        if (missing > 0) {
            figures.failed(name);
            return;
        }
        Latencies latencies = new Latencies(nanos.toLongArray());
        figures.less(name + ", median", latencies.within(0.5), "ms");
        figures.less(name + ", p99", latencies.within(P99_SHARE), "ms");
        figures.less(name + ", slowest", latencies.slowest(), "ms");
    }

    private void awaitLast(List<TargetService> targets) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end
                && !targets.stream().allMatch(target -> target.arrivals().containsKey(made))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
