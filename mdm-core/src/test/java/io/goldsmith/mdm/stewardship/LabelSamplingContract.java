package io.goldsmith.mdm.stewardship;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Samples are drawn from every band, and their answers change nothing but what is known of matching, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LabelSamplingContract {

    private static final int CUSTOMERS = 6;

    private ResolutionWorld world;
    private LabelSampling sampling;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database());
        sampling = world.hub().labelSampling();
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** Six customers with two records each that match, and a brother that may. */
    @BeforeEach
    void matchesAndPossibleMatches() {
        world.empty();
        List<Delivery> deliveries = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String email = "m" + customer + "@example.org";
            String name = "Martin" + (char) ('a' + customer);
            deliveries.add(anna("crm:" + customer, JANUARY, "family_name", name, "email", email));
            deliveries.add(anna("accounting:" + customer, JANUARY, "family_name", name, "email", email));
            deliveries.add(paul("erp:" + customer, JANUARY, "family_name", name, "email", email));
        }
        world.landAndResolve(deliveries.toArray(Delivery[]::new));
    }

    private List<Task> tasks() {
        return world.hub().tasks().queue(TaskState.OPEN, Optional.of(TaskKind.SAMPLE_REVIEW), 0, 100);
    }

    private List<String> pairs() {
        return tasks().stream()
                .map(task -> task.left().orElseThrow() + " " + task.right().orElseThrow())
                .sorted()
                .toList();
    }

    @Test
    void everyBandIsDrawnFromAndTheSameSeedDrawsTheSamePairs() {
        sampling.draw(7, 2, "claire");
        List<String> first = pairs();
        assertThat(first).as("two from each of the two bands that have pairs").hasSize(4);
        assertThat(world.count("label_stratum")).isEqualTo(2);
        world.execute("delete from stewardship_task where kind = 'SAMPLE_REVIEW'");

        sampling.draw(7, 2, "claire");
        assertThat(pairs()).isEqualTo(first);
        sampling.draw(7, 100, "claire");
        assertThat(tasks()).as("a band gives no more than it has").hasSize(4 + 3 * CUSTOMERS);
        assertThatThrownBy(() -> sampling.draw(7, 0, "claire")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersChangeNothingAndMakeAnEstimateThatIsWeightedByBand() {
        Map<String, String> before = world.results();
        long sample = sampling.draw(1, 3, "claire");
        int automatic = world.hub().matching().thresholds().automatic();
        boolean told = false;
        for (Task task : tasks()) {
            boolean above = task.weight().orElseThrow() >= automatic;
            if (above) {
                world.hub().stewardship().accept(task.id(), task.revision(), "claire", "");
            } else if (told) {
                world.hub().stewardship().reject(task.id(), task.revision(), "claire", "");
            } else {
                told = true;
                assertThat(world.hub()
                                .stewardship()
                                .cannotTell(task.id(), task.revision(), "claire", "")
                                .state())
                        .isEqualTo(TaskState.UNDECIDED);
            }
        }

        MatchQualityEstimate estimate = sampling.estimate(sample);

        assertThat(estimate.answered()).isEqualTo(5);
        assertThat(estimate.cannotTell()).isOne();
        assertThat(estimate.precision().value()).isEqualTo(1);
        assertThat(estimate.precision().low()).isBetween(0.3, 0.6);
        assertThat(estimate.recall().value()).isEqualTo(1);
        assertThat(estimate.recall().low()).isLessThan(0.5);
        assertThat(world.results()).isEqualTo(before);
        assertThat(world.count("decision")).as("no decision comes of a sample").isZero();
        List<StewardLabels.Label> labels = new ArrayList<>();
        world.hub().labels().forEach(labels::add);
        assertThat(labels).hasSize(5);
        assertThat(labels).filteredOn(StewardLabels.Label::match).hasSize(3);
        assertThatThrownBy(() -> sampling.estimate(-1)).isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void standingDecisionsAreLabelsAndUndoneOnesAreNot() {
        Decisions decisions = world.hub().decisions();
        decisions.merge(id("crm:0"), id("erp:0"), "claire", "");
        decisions.unmerge(List.of(id("accounting:1")), "claire", "");
        Decision undone = decisions.notDuplicate(id("crm:2"), id("erp:2"), "claire", "");
        decisions.undo(undone.id(), "claire");
        List<StewardLabels.Label> labels = new ArrayList<>();

        world.hub().labels().forEach(labels::add);

        assertThat(labels)
                .containsExactlyInAnyOrder(
                        new StewardLabels.Label(id("crm:0"), id("erp:0"), true),
                        new StewardLabels.Label(id("crm:1"), id("accounting:1"), false));
    }
}
