package io.goldsmith.mdm.stewardship;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How stewards work on tasks where two must agree, tasks fall due and conflicts are looked for, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TasksContract {

    private static final String MORE = """
                address: {strategy: most-recent, conflict: {trust: 70}}
            stewardship:
              due-days: {possible-duplicate: 14}
              escalation-role: lead
              four-eyes: [possible-duplicate]
            """;

    private ResolutionWorld world;
    private Stewardship stewardship;
    private Tasks tasks;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database(), MORE);
        stewardship = world.hub().stewardship();
        tasks = world.hub().tasks();
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
        return tasks.of(world.goldenOf("crm:1")).get(0);
    }

    private List<Task> conflicts(TaskState state) {
        return tasks.queue(state, Optional.of(TaskKind.SURVIVORSHIP_CONFLICT), 0, 10);
    }

    @Test
    void withFourEyesAnAnswerTakesEffectOnlyWhenAnotherStewardConfirmsIt() {
        Map<String, String> before = world.results();

        Task proposed = stewardship.accept(task().id(), task().revision(), "claire", "same e-mail");

        assertThat(proposed.state()).isEqualTo(TaskState.PROPOSED);
        assertThat(proposed.proposal()).contains(new Task.Proposal("claire", TaskState.ACCEPTED));
        assertThat(world.results()).isEqualTo(before);
        assertThatThrownBy(() -> stewardship.accept(proposed.id(), proposed.revision(), "claire", ""))
                .isInstanceOf(InapplicableDecisionException.class)
                .hasMessageContaining("four eyes");

        Task reopened = stewardship.reject(proposed.id(), proposed.revision(), "jean", "brother");
        assertThat(reopened.state()).as("they do not agree").isEqualTo(TaskState.OPEN);
        assertThat(reopened.proposal()).isEmpty();

        Task again = stewardship.accept(reopened.id(), reopened.revision(), "claire", "");
        Task accepted = stewardship.accept(again.id(), again.revision(), "jean", "");

        assertThat(accepted.state()).isEqualTo(TaskState.ACCEPTED);
        assertThat(world.goldenOf("crm:1")).isEqualTo(world.goldenOf("erp:1"));
        assertThat(tasks.comments(accepted.id()))
                .extracting(TaskComment::author, TaskComment::text)
                .containsExactly(tuple("claire", "same e-mail"), tuple("jean", "brother"));
    }

    @Test
    void aProposalIsDroppedWhenTheDataChange() {
        Task proposed = stewardship.accept(task().id(), task().revision(), "claire", "");

        world.landAndResolve(paul("erp:1", MARCH, "email", "paul@example.org"));

        assertThat(stewardship.task(proposed.id()).orElseThrow().state()).isEqualTo(TaskState.OBSOLETE);
        assertThatThrownBy(() -> stewardship.accept(proposed.id(), proposed.revision(), "jean", ""))
                .isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void aTaskThatIsTakenIsNobodyElsesUntilItIsGivenBack() {
        Task taken = tasks.take(task().id(), task().revision(), "claire");

        assertThat(taken.assignedTo()).contains("claire");
        assertThat(tasks.takenBy("claire", 0, 10)).containsExactly(taken);
        assertThatThrownBy(() -> tasks.take(taken.id(), taken.revision(), "jean"))
                .isInstanceOf(InapplicableDecisionException.class)
                .hasMessageContaining("claire");
        assertThatThrownBy(() -> tasks.take(taken.id(), taken.revision() - 1, "claire"))
                .isInstanceOf(StaleDecisionException.class);

        Task given = tasks.giveBack(taken.id(), taken.revision());
        assertThat(tasks.take(given.id(), given.revision(), "jean").assignedTo())
                .contains("jean");
    }

    @Test
    void commentsAreKeptInTheirOrder() {
        tasks.comment(task().id(), "claire", "asked the branch");
        tasks.comment(task().id(), "jean", "they know both");

        assertThat(tasks.comments(task().id()))
                .containsExactly(
                        new TaskComment("claire", NOW, "asked the branch"),
                        new TaskComment("jean", NOW, "they know both"));
        assertThatThrownBy(() -> tasks.comment(task().id(), "jean", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tasks.comment(-1, "jean", "x")).isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void anOverdueTaskIsRaisedOnceAndStaysRaised() {
        Escalation escalation = world.hub().escalation();
        assertThat(task().dueAt()).contains(NOW.plus(Duration.ofDays(14)));
        assertThat(escalation.overdue(10)).isEmpty();
        assertThat(escalation.escalate()).isZero();
        world.execute("update stewardship_task set opened_at = opened_at - interval '15' day");
        int before = task().priority();

        assertThat(escalation.overdue(10)).containsExactly(task());
        assertThat(escalation.escalate()).isOne();
        assertThat(escalation.escalate()).isZero();

        assertThat(task().priority()).isEqualTo(before + 1_000);
        assertThat(task().escalatedTo()).contains("lead");
        Task raised = task();
        world.landAndResolve(anna("crm:1", MARCH, "email", "martin@example.org", "town", "Lyon"));
        assertThat(task()).as("resolving anew changes nothing about it").isEqualTo(raised);
    }

    @Test
    void ofSeveralAnswersEachHasItsOutcomeAndNoneHindersAnother() {
        world.landAndResolve(
                anna("crm:7", JANUARY, "family_name", "Roux", "birth_date", "1970-01-01", "email", "roux@example.org"),
                paul("erp:7", JANUARY, "family_name", "Roux", "birth_date", "1971-01-01", "email", "roux@example.org"));
        List<Task> open = tasks.queue(TaskState.OPEN, Optional.of(TaskKind.POSSIBLE_DUPLICATE), 0, 10);
        assertThat(open).hasSize(2);

        List<TaskOutcome> outcomes = stewardship.answerAll(
                List.of(
                        new TaskAnswer(open.get(0).id(), open.get(0).revision() + 1, true),
                        new TaskAnswer(-5, 1, true),
                        new TaskAnswer(open.get(1).id(), open.get(1).revision(), false)),
                "claire",
                "");

        assertThat(outcomes)
                .extracting(TaskOutcome::taskId)
                .containsExactly(open.get(0).id(), -5L, open.get(1).id());
        assertThat(outcomes.get(0).refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("revision"));
        assertThat(outcomes.get(1).refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("no task"));
        assertThat(outcomes.get(2).refusal()).isEmpty();
        assertThat(outcomes.get(2).task().orElseThrow().state()).isEqualTo(TaskState.PROPOSED);
    }

    @Test
    void aMatchThatAnExclusiveIdentifierForbidsIsAClusterConflictThatAStewardMayMerge() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org", "siren", "732829320"),
                anna("accounting:1", JANUARY, "email", "martin@example.org", "siren", "552100554"));
        Task conflict = tasks.queue(TaskState.OPEN, Optional.of(TaskKind.CLUSTER_CONFLICT), 0, 10)
                .get(0);
        assertThat(world.goldenOf("crm:1")).isNotEqualTo(world.goldenOf("accounting:1"));

        stewardship.accept(conflict.id(), conflict.revision(), "claire", "one of them is a typing error");

        assertThat(world.goldenOf("crm:1")).isEqualTo(world.goldenOf("accounting:1"));
        assertThat(tasks.queue(TaskState.OPEN, Optional.of(TaskKind.CLUSTER_CONFLICT), 0, 10))
                .isEmpty();
    }

    @Test
    void aConflictOpensATaskThatClosesWhenTheSourcesAgree() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org", "town", "Lyon"),
                anna("accounting:1", JANUARY, "email", "martin@example.org", "town", "Paris"));

        Task conflict = conflicts(TaskState.OPEN).get(0);
        assertThat(conflict.goldenId()).isEqualTo(world.goldenOf("crm:1"));
        assertThat(conflict.details())
                .contains("address", "crm:1", "accounting:1")
                .doesNotContain("Lyon");

        world.landAndResolve(anna("accounting:1", MARCH, "email", "martin@example.org", "town", "Lyon"));
        assertThat(conflicts(TaskState.OPEN)).isEmpty();
        assertThat(conflicts(TaskState.OBSOLETE)).extracting(Task::id).containsExactly(conflict.id());
    }

    @Test
    void aPinSettlesAConflictAndUndoingItOpensTheTaskAgain() {
        world.landAndResolve(
                anna("crm:1", MARCH, "email", "martin@example.org", "town", "Lyon"),
                anna("accounting:1", JANUARY, "email", "martin@example.org", "town", "Paris"));
        Decision pin = world.hub()
                .pins()
                .pin(
                        id("crm:1"),
                        "address",
                        AttributeValues.of(Map.of("town", List.of("Paris"))),
                        Optional.empty(),
                        "claire",
                        "");
        assertThat(conflicts(TaskState.OPEN)).isEmpty();

        world.hub().decisions().undo(pin.id(), "claire");

        assertThat(conflicts(TaskState.OPEN)).hasSize(1);
    }

    @Test
    void aConflictThatWasAnsweredIsNotAskedAgainUntilSomethingElseDisagrees() {
        world.landAndResolve(
                anna("crm:1", MARCH, "email", "martin@example.org", "town", "Lyon"),
                anna("accounting:1", JANUARY, "email", "martin@example.org", "town", "Paris"));
        Task conflict = conflicts(TaskState.OPEN).get(0);
        stewardship.reject(conflict.id(), conflict.revision(), "claire", "the rule is right");

        world.landAndResolve(anna(
                "crm:1", MARCH.plusSeconds(1), "email", "martin@example.org", "town", "Lyon", "phone", "0611111111"));
        assertThat(conflicts(TaskState.OPEN)).isEmpty();

        world.landAndResolve(anna("accounting:1", MARCH.plusSeconds(2), "town", "Nice"));
        assertThat(conflicts(TaskState.OPEN)).extracting(Task::id).containsExactly(conflict.id());
    }

    @Test
    void anotherRoomAsksAndWithdrawsAQuestion() {
        TaskOpening opening = new TaskOpening(world.hub().store());
        for (int times = 0; times < 2; times++) {
            world.hub().store().inTransaction(transaction -> {
                opening.open(
                        transaction,
                        TaskKind.FAILED_DELIVERY,
                        "accounting|7",
                        world.goldenOf("crm:1"),
                        40,
                        "refused by accounting");
                return null;
            });
        }
        assertThat(tasks.queue(TaskState.OPEN, Optional.of(TaskKind.FAILED_DELIVERY), 0, 10))
                .singleElement()
                .satisfies(task -> assertThat(task.details()).isEqualTo("refused by accounting"));

        world.hub().store().inTransaction(transaction -> {
            opening.close(transaction, TaskKind.FAILED_DELIVERY, "accounting|7");
            return null;
        });

        assertThat(tasks.queue(TaskState.OPEN, Optional.of(TaskKind.FAILED_DELIVERY), 0, 10))
                .isEmpty();
    }
}
