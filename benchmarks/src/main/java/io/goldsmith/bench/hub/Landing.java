package io.goldsmith.bench.hub;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.Intake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lands records in batches of one source system each, some at a time, as the connectors of several systems do. */
final class Landing implements AutoCloseable {

    private static final int BATCH = 5_000;
    private static final int THREADS = 2;

    private final Intake intake;
    private final ProgressLine progress;
    private final Map<String, List<Delivery.RecordVersion>> waiting = new HashMap<>();
    private final List<CompletableFuture<Void>> batches = new ArrayList<>();
    private final AtomicLong landed = new AtomicLong();

    // The reader lands a batch itself when all are busy, so that no more than a few are ever in memory.
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            new ThreadPoolExecutor.CallerRunsPolicy());

    Landing(Intake intake, ProgressLine progress) {
        this.intake = intake;
        this.progress = progress;
    }

    void add(Delivery.RecordVersion version) {
        List<Delivery.RecordVersion> batch =
                waiting.computeIfAbsent(version.sourceSystem(), system -> new ArrayList<>(BATCH));
        batch.add(version);
        if (batch.size() == BATCH) {
            start(batch);
            waiting.remove(version.sourceSystem());
        }
    }

    private void start(List<Delivery.RecordVersion> batch) {
        batches.add(CompletableFuture.runAsync(
                () -> {
                    intake.land(1, batch);
                    progress.report("land", landed.addAndGet(batch.size()), -1);
                },
                threads));
    }

    /** Lands the rest; answers how many records were landed. */
    long finish() {
        waiting.values().forEach(this::start);
        waiting.clear();
        try {
            batches.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw new BenchException(
                    "A batch was not landed: " + failed.getCause().getMessage(), failed.getCause());
        }
        return landed.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
