package io.goldsmith.mdm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same record versions give the same clusters, golden values and provenance, by batch or online, in whatever order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BatchAndOnlineContract {

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void batchAndOnlineAgreeInAnyOrder(long seed) {
        List<Delivery.RecordVersion> versions = ResolutionWorld.alikeVersions(seed);
        world.empty();
        world.land(versions.toArray(Delivery[]::new));
        world.resolution(0).resolvePending("batch", ResolutionProgress.NONE);
        Map<String, String> batch = world.resultsWithoutVersions();
        assertThat(batch.keySet()).as("some records match").anyMatch(members -> members.contains(","));
        long pairs = world.count("scored_pair");
        long keys = world.count("blocking_key");
        long tasks = world.count("stewardship_task where state = 'OPEN'");
        long terms = world.count("search_term");

        world.empty();
        versions = new ArrayList<>(versions);
        Collections.shuffle(versions, new Random(seed));
        Resolution online = world.resolution(500);
        for (int from = 0; from < versions.size(); from += 7) {
            world.land(
                    versions.subList(from, Math.min(versions.size(), from + 7)).toArray(Delivery[]::new));
            online.resolvePending("online", ResolutionProgress.NONE);
        }

        Map<String, String> afterOnline = world.resultsWithoutVersions();
        assertThat(afterOnline.keySet()).isEqualTo(batch.keySet());
        assertThat(afterOnline).isEqualTo(batch);
        assertThat(world.count("scored_pair")).isEqualTo(pairs);
        assertThat(world.count("blocking_key")).isEqualTo(keys);
        assertThat(world.count("stewardship_task where state = 'OPEN'")).isEqualTo(tasks);
        assertThat(world.count("search_term"))
                .as("but for the ids of golden records")
                .isEqualTo(terms);
    }
}
