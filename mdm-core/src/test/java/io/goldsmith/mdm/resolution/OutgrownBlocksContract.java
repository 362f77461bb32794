package io.goldsmith.mdm.resolution;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where a block outgrows its bound, what records found before stands, although a batch would not find it: no damage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutgrownBlocksContract {

    private ResolutionWorld world;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(
                database(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                yaml -> yaml.replace("  prior: 0.001\n", "  prior: 0.001\n  max-block-size: 2\n"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** Two records of a customer in one block, which a third one makes too large. */
    @BeforeEach
    void customers() {
        world.empty();
        world.landAndResolve(anna("crm:1", JANUARY));
        world.landAndResolve(anna("crm:2", JANUARY));
        world.landAndResolve(anna("erp:3", JANUARY));
        assertThat(world.goldenOf("crm:1")).isEqualTo(world.goldenOf("crm:2")).isNotEqualTo(world.goldenOf("erp:3"));
    }

    private ConsistencyReport check() {
        return world.hub().consistencyCheck().run(ResolutionProgress.NONE);
    }

    @Test
    void reportsNeitherThePairsNorTheClusterThatWereFoundBefore() {
        assertThat(world.count("scored_pair")).isOne();
        assertThat(check().first()).isEmpty();
    }

    @Test
    void reportsSuchAPairIfItHasAnotherWeight() {
        world.execute("update scored_pair set weight = weight + 1");

        assertThat(check().counts()).containsKey(Invariant.SCORED_PAIR);
    }

    @Test
    void reportsAClusterThatNoStoredPairMakes() {
        world.execute("delete from scored_pair");

        assertThat(check().counts()).containsOnlyKeys(Invariant.CLUSTER);
        assertThat(world.hub().rebuild().run(ResolutionProgress.NONE).after().first())
                .isEmpty();
        assertThat(world.goldenOf("crm:1")).isNotEqualTo(world.goldenOf("crm:2"));
    }
}
