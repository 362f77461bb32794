package io.goldsmith.mdm.stewardship;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stewards decide and what comes of it, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StewardshipContract {

    private ResolutionWorld world;
    private Stewardship stewardship;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database());
        stewardship = world.hub().stewardship();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void annaAndPaulWithOneEmail() {
        world.empty();
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                paul("erp:1", JANUARY, "email", "martin@example.org"));
    }

    private Task task() {
        return stewardship
                .queue(TaskState.OPEN, Optional.of(TaskKind.POSSIBLE_DUPLICATE), 0, 10)
                .get(0);
    }

    @Test
    void aTaskNamesItsStrongestPairAndExplainsIt() {
        Task task = task();

        assertThat(task.left()).contains(id("crm:1"));
        assertThat(task.right()).contains(id("erp:1"));
        assertThat(stewardship.tasksOf(world.goldenOf("crm:1"))).containsExactly(task);
        assertThat(stewardship
                        .explain(task.left().orElseThrow(), task.right().orElseThrow())
                        .score()
                        .weight())
                .isEqualTo(task.weight().orElseThrow());
    }

    @Test
    void acceptingMergesByHandAndUndoingRestores() {
        Map<String, String> before = world.results();

        Task accepted = stewardship.accept(task().id(), task().revision(), "claire", "same e-mail");

        assertThat(accepted.state()).isEqualTo(TaskState.ACCEPTED);
        assertThat(accepted.closedBy()).contains("claire");
        assertThat(world.golden("erp:1").members()).containsExactly(id("crm:1"), id("erp:1"));
        assertThat(world.hub().goldenRecords().members(world.goldenOf("erp:1")))
                .extracting(Member::origin)
                .containsOnly("MANUAL");
        world.landAndResolve(paul("erp:1", MARCH, "email", "paul@example.org"));
        assertThat(world.goldenOf("erp:1"))
                .as("the engine never changes a decision")
                .isEqualTo(world.goldenOf("crm:1"));
        world.landAndResolve(paul("erp:1", MARCH.plusSeconds(1), "email", "martin@example.org"));

        Decision decision = stewardship.decisionsOf(world.goldenOf("crm:1")).get(0);
        stewardship.undo(decision.id(), "claire");

        assertThat(world.results().keySet()).isEqualTo(before.keySet());
        assertThat(task().state()).as("the question is open again").isEqualTo(TaskState.OPEN);
        assertThatThrownBy(() -> stewardship.undo(decision.id(), "claire")).isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void aRejectedPairIsNeverProposedAgain() {
        stewardship.reject(task().id(), task().revision(), "claire", "");
        assertThat(stewardship.count(TaskState.OPEN)).isZero();

        world.landAndResolve(
                anna("crm:1", MARCH, "email", "martin@example.org", "town", "Lyon"),
                anna("crm:2", MARCH, "email", "martin@example.org"));
        world.execute("update source_record set state = 'PENDING'");
        world.resolveBatch();

        assertThat(stewardship.count(TaskState.OPEN)).isZero();
        assertThat(world.goldenOf("crm:1")).isNotEqualTo(world.goldenOf("erp:1"));
    }

    @Test
    void aDecisionOnWhatHasChangedIsRefused() {
        Task task = task();
        assertThatThrownBy(() -> stewardship.accept(task.id(), task.revision() + 1, "claire", ""))
                .isInstanceOf(StaleDecisionException.class)
                .hasMessageContaining("revision");
        stewardship.reject(task.id(), task.revision(), "claire", "");
        assertThatThrownBy(() -> stewardship.accept(task.id(), task.revision(), "paul", ""))
                .isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void ofSeveralStewardsAtOnceOneDecidesAndTheOthersAreTold() throws InterruptedException {
        Task task = task();
        AtomicInteger decided = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        ExecutorService stewards = Executors.newFixedThreadPool(4);
        for (int steward = 0; steward < 4; steward++) {
            String name = "steward " + steward;
            stewards.execute(() -> {
                try {
                    stewardship.reject(task.id(), task.revision(), name, "");
                    decided.incrementAndGet();
                } catch (StaleDecisionException e) {
                    told.incrementAndGet();
                }
            });
        }
        stewards.shutdown();

        assertThat(stewards.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(decided).hasValue(1);
        assertThat(told).hasValue(3);
        assertThat(world.count("decision")).isOne();
    }

    @Test
    void aContradictionIsRefusedWithItsChain() {
        Task task = task();
        stewardship.accept(task.id(), task.revision(), "claire", "");

        assertThatThrownBy(() -> world.hub().store().inTransaction(transaction -> {
                    long left = world.hub().sourceRecords().idOf(id("crm:1")).orElseThrow();
                    long right = world.hub().sourceRecords().idOf(id("erp:1")).orElseThrow();
                    Contradictions.refuse(
                            transaction,
                            List.of(new StandingDecisions.Standing(
                                    0, Decision.Kind.NOT_DUPLICATE, List.of(left), List.of(right))));
                    return null;
                }))
                .isInstanceOf(ContradictionException.class)
                .hasMessageContaining("crm:1 = erp:1");
    }

    @Test
    void searchFindsByNameEmailKeyAndGoldenId() {
        var golden = world.hub().goldenRecords();
        assertThat(golden.search("anna mart", 0, 10).records()).hasSize(1);
        assertThat(golden.search("martin@example.org", 0, 10).total()).isEqualTo(2);
        assertThat(golden.search(world.goldenOf("erp:1").toString(), 0, 10).total())
                .isGreaterThanOrEqualTo(1);
        assertThat(golden.search("nobody", 0, 10).records()).isEmpty();
        assertThat(golden.search("  ", 0, 10).records()).isEmpty();
    }
}
