package io.goldsmith.bench.hub;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.ConflictException;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Eight writers that each land one record version after the other and resolve it. */
final class Upserts {

    static final String RATE = "upserts per second";
    static final String P99 = "upsert, p99";

    private static final int WRITERS = 8;
    private static final double P99_SHARE = 0.99;

    private final Hub hub;
    private final KnownRecords known;
    private final Duration warmUp;
    private final Duration counted;
    private final AtomicLong leftPending = new AtomicLong();

    Upserts(Hub hub, KnownRecords known, Duration warmUp, Duration counted) {
        this.hub = hub;
        this.known = known;
        this.warmUp = warmUp;
        this.counted = counted;
    }

    void measure(HubFigures figures) {
        List<UpsertStream> streams = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            streams.add(new UpsertStream(known.sample(), writer, WRITERS));
        }
        run(streams, warmUp);
        long start = System.nanoTime();
        long[] nanos = run(streams, counted);
        double seconds = (System.nanoTime() - start) / 1e9;
        Latencies latencies = new Latencies(nanos);
        figures.more(RATE, nanos.length / seconds, "upserts/s");
        figures.less("upsert, median", latencies.within(0.5), "ms");
        figures.less(P99, latencies.within(P99_SHARE), "ms");
        figures.less("upsert, slowest", latencies.slowest(), "ms");
        figures.less("upserts left pending", leftPending.get(), "records");
    }

    private long[] run(List<UpsertStream> streams, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<LongArrayList>> running = streams.stream()
                    .map(stream -> writers.submit(() -> write(stream, end)))
                    .toList();
            LongArrayList nanos = new LongArrayList();
            for (Future<LongArrayList> writer : running) {
                nanos.addAll(writer.get());
            }
            return nanos.toLongArray();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark was interrupted; run it again.", interrupted);
        } catch (ExecutionException failed) {
            throw new BenchException("An upsert failed: " + failed.getCause().getMessage(), failed.getCause());
        } finally {
            writers.shutdownNow();
        }
    }

    private LongArrayList write(UpsertStream stream, long end) {
        LongArrayList nanos = new LongArrayList();
        while (System.nanoTime() < end) {
            Delivery.RecordVersion version = stream.next();
            long start = System.nanoTime();
            upsert(version);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    /** From the delivery to the golden record, committed; what other writers were faster at each time is left to the next batch. */
    private void upsert(Delivery.RecordVersion version) {
        OptionalLong recordId = hub.intake().land(1, version).recordId();
        try {
            recordId.ifPresent(landed -> hub.resolution().resolve(landed, "upsert"));
        } catch (ConflictException overtaken) {
            leftPending.incrementAndGet();
        }
    }
}
