package io.goldsmith.mdm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** More records than a component may have are resolved all the same, and a person is asked to look at them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LargeComponentContract {

    private static final int RECORDS = ComponentSearch.MAX_RECORDS + 60;

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

    /** Each shares an e-mail with the one before and the one behind. */
    private static Delivery link(int number) {
        return new Delivery.RecordVersion(
                "crm",
                "link-" + number,
                ResolutionWorld.JANUARY,
                AttributeValues.of(Map.of(
                        "given_name", List.of("Anna"),
                        "family_name", List.of("Martin"),
                        "email", List.of("chain" + number + "@example.org", "chain" + (number + 1) + "@example.org"))),
                false);
    }

    private List<Task> waiting() {
        return world.hub().stewardship().queue(TaskState.OPEN, Optional.of(TaskKind.DATA_QUALITY), 0, 10);
    }

    @Test
    void aPersonIsAskedUntilTheComponentIsSmaller() {
        world.land(IntStream.range(0, RECORDS)
                .mapToObj(LargeComponentContract::link)
                .toArray(Delivery[]::new));
        world.resolve();

        assertThat(world.count("source_record where state = 'RESOLVED'")).isEqualTo(RECORDS);
        assertThat(waiting())
                .singleElement()
                .satisfies(task -> assertThat(task.details()).startsWith(RECORDS + " source records hang together"));

        world.land(link(RECORDS));
        world.resolve();

        assertThat(world.count("source_record where state = 'RESOLVED'"))
                .as("one that joins online is resolved with them by a batch")
                .isEqualTo(RECORDS + 1);
        assertThat(waiting())
                .singleElement()
                .satisfies(task -> assertThat(task.details()).startsWith(RECORDS + 1 + " source records"));

        world.land(ResolutionWorld.deleted("crm:link-" + RECORDS / 2, ResolutionWorld.MARCH));
        world.resolve();

        assertThat(waiting()).isEmpty();
    }
}
