package io.goldsmith.mdm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many writers, and batches beside them, end in the clusters, golden values, pairs and tasks of one writer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConcurrentWritersContract {

    private static final int WRITERS = 8;

    private ResolutionWorld world;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database());
    }

    @AfterAll
    void close() {
        world.close();
    }

    private record State(Map<String, String> results, long pairs, long keys, long tasks, long terms) {}

    private State state() {
        return new State(
                world.resultsWithoutVersions(),
                world.count("scored_pair"),
                world.count("blocking_key"),
                world.count("stewardship_task where state = 'OPEN'"),
                world.count("search_term"));
    }

    private State ofOneWriter(List<Delivery.RecordVersion> versions) {
        world.empty();
        world.land(versions.toArray(Delivery[]::new));
        world.resolution(0).resolvePending("one writer", ResolutionProgress.NONE);
        return state();
    }

    /** Lands and resolves each version at once. */
    private void write(List<Delivery.RecordVersion> versions, Resolution resolution) {
        for (Delivery.RecordVersion version : versions) {
            long recordId = world.hub().intake().land(1, version).recordId().orElseThrow();
            try {
                resolution.resolve(recordId, "many writers");
            } catch (ConflictException e) {
                // It stays pending, and is resolved at the end.
                assertThat(e).hasMessageContaining("record");
            }
        }
    }

    private void manyWriters(List<Delivery.RecordVersion> versions, boolean withBatches) throws Exception {
        Resolution resolution = world.resolution(withBatches ? 0 : 500);
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                List<Delivery.RecordVersion> part = new ArrayList<>();
                for (int i = writer; i < versions.size(); i += WRITERS) {
                    part.add(versions.get(i));
                }
                writers.add(threads.submit(() -> write(part, resolution)));
            }
            Future<?> batches = threads.submit(() -> {
                while (withBatches && writing.get()) {
                    resolution.resolvePending("batch beside them", ResolutionProgress.NONE);
                }
            });
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            batches.get();
        } finally {
            threads.shutdownNow();
        }
        resolution.resolvePending("the rest", ResolutionProgress.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void eightWritersEndAsOne(long seed) throws Exception {
        List<Delivery.RecordVersion> versions = ResolutionWorld.alikeVersions(seed);
        State one = ofOneWriter(versions);
        world.empty();
        manyWriters(versions, false);
        assertThat(state()).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void eightWritersBesideBatchesEndAsOne(long seed) throws Exception {
        List<Delivery.RecordVersion> versions = ResolutionWorld.alikeVersions(seed);
        State one = ofOneWriter(versions);
        world.empty();
        manyWriters(versions, true);
        assertThat(state()).isEqualTo(one);
    }
}
