package io.goldsmith.mdm.resolution;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
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

    /** Few names, dates and e-mails, so that records match, nearly match and chain; some in two versions, some deleted. */
    private static List<Delivery.RecordVersion> versions(long seed) {
        Random random = new Random(seed);
        List<Delivery.RecordVersion> versions = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = List.of("crm", "erp", "accounting").get(i % 3) + ":" + i;
            for (int version = 0; version <= random.nextInt(2); version++) {
                versions.add(person(
                        id,
                        JANUARY.plus(Duration.ofDays(30L * version + random.nextInt(20))),
                        "given_name",
                        List.of("Anna", "Paul", "Zoé").get(random.nextInt(3)),
                        "family_name",
                        List.of("Martin", "Durand").get(random.nextInt(2)),
                        "birth_date",
                        "198" + random.nextInt(2) + "-05-06",
                        "email",
                        "m" + random.nextInt(6) + "@example.org",
                        "street",
                        random.nextInt(9) + " rue Haute"));
            }
            if (random.nextInt(8) == 0) {
                versions.add(deleted(id, JANUARY.plus(Duration.ofDays(90))));
            }
        }
        return versions;
    }

    /** In any order, but each record's own versions as its source made them: a late old version is not resolved again. */
    private static List<Delivery.RecordVersion> shuffled(List<Delivery.RecordVersion> versions, long seed) {
        Map<String, Deque<Delivery.RecordVersion>> inOrder = new HashMap<>();
        for (Delivery.RecordVersion version : versions) {
            inOrder.computeIfAbsent(version.sourceKey(), key -> new ArrayDeque<>())
                    .add(version);
        }
        List<Delivery.RecordVersion> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.replaceAll(version -> inOrder.get(version.sourceKey()).remove());
        return shuffled;
    }

    /** Versions are numbered by arrival. */
    private static Map<String, String> withoutVersions(Map<String, String> results) {
        results.replaceAll((members, golden) -> golden.replaceAll("version=[0-9]+, ", ""));
        return results;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void batchAndOnlineAgreeInAnyOrder(long seed) {
        List<Delivery.RecordVersion> versions = versions(seed);
        world.empty();
        world.land(versions.toArray(Delivery[]::new));
        world.resolution(0).resolvePending("batch", ResolutionProgress.NONE);
        Map<String, String> batch = withoutVersions(world.results());
        assertThat(batch.keySet()).as("some records match").anyMatch(members -> members.contains(","));
        long pairs = world.count("scored_pair");
        long keys = world.count("blocking_key");
        long tasks = world.count("stewardship_task where state = 'OPEN'");
        long terms = world.count("search_term");

        world.empty();
        versions = shuffled(versions, seed);
        Resolution online = world.resolution(500);
        for (int from = 0; from < versions.size(); from += 7) {
            world.land(
                    versions.subList(from, Math.min(versions.size(), from + 7)).toArray(Delivery[]::new));
            online.resolvePending("online", ResolutionProgress.NONE);
        }

        Map<String, String> afterOnline = withoutVersions(world.results());
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
