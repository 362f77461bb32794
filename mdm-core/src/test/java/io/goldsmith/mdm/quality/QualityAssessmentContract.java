package io.goldsmith.mdm.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.run.RunState;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.DataQualityTasks;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What assessments promise, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QualityAssessmentContract {

    private static final LocalDate TODAY = LocalDate.ofInstant(ResolutionWorld.NOW, ZoneOffset.UTC);

    private ResolutionWorld world;
    private Validation validation;
    private QualityAssessment assessment;
    private QualityScorecards scorecards;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database());
        validation = new Validation(
                RuleSample.rules(
                        world.hub().matching(),
                        RuleSample.of("required", "phone").named("has-phone").warning(),
                        RuleSample.of("well-formed", "email").named("email").asking(),
                        RuleSample.of("not-in-future", "birth_date").named("birth-date-not-in-future"),
                        RuleSample.of("unique", "email").named("unique-email").asking()),
                world.hub().matching(),
                world.hub().clock());
        assessment = assessment(validation);
        scorecards = new QualityScorecards(world.hub().store(), validation);
    }

    private QualityAssessment assessment(Validation rules) {
        return new QualityAssessment(
                world.hub().store(),
                rules,
                world.hub().runs(),
                new DataQualityTasks(world.hub().store()));
    }

    @BeforeEach
    void empty() {
        world.empty();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void scoresTheHubItsSourceSystemsAndItsRules() {
        world.landAndResolve(
                ResolutionWorld.anna("crm:1", ResolutionWorld.NOW, "phone", "0612345678", "email", "a@example.org"),
                ResolutionWorld.paul("crm:2", ResolutionWorld.NOW, "email", "nonsense"),
                ResolutionWorld.paul("erp:3", ResolutionWorld.NOW.minus(Duration.ofDays(365))));

        Run run = assessment.assess();

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts()).containsEntry("records", 3L).containsEntry("records with problems", 2L);
        assertThat(score(SubjectKind.SOURCE_SYSTEM, "crm", Dimension.COMPLETENESS))
                .as("all of five, and four of five")
                .isEqualTo(90.0);
        assertThat(score(SubjectKind.SOURCE_SYSTEM, "crm", Dimension.VALIDITY))
                .as("all of five, and three of four")
                .isEqualTo(87.5);
        assertThat(score(SubjectKind.SOURCE_SYSTEM, "erp", Dimension.TIMELINESS))
                .isEqualTo(50.0);
        assertThat(score(SubjectKind.HUB, "", Dimension.TIMELINESS)).isEqualTo(83.33);
        assertThat(row(SubjectKind.RULE, "has-phone", Dimension.COMPLETENESS))
                .isEqualTo(new QualityScore(
                        TODAY,
                        SubjectKind.RULE,
                        "has-phone",
                        Dimension.COMPLETENESS,
                        33.33,
                        3,
                        2,
                        run.id(),
                        ResolutionWorld.NOW));
        assertThat(row(SubjectKind.RULE, "email", Dimension.VALIDITY))
                .extracting(QualityScore::judged, QualityScore::broken)
                .containsExactly(2L, 1L);
        assertThat(scorecards
                        .ofRecord(ResolutionWorld.id("crm:2"))
                        .orElseThrow()
                        .of(Dimension.VALIDITY))
                .isEqualTo(75.0);
        assertThat(scorecards.ofRecord(ResolutionWorld.id("crm:9"))).isEmpty();
    }

    @Test
    void findsValuesThatTwoRecordsOfASystemHaveInStandardForm() {
        world.landAndResolve(
                ResolutionWorld.anna("crm:1", ResolutionWorld.JANUARY, "email", "ANNA@example.org"),
                ResolutionWorld.paul("crm:2", ResolutionWorld.JANUARY, "email", "anna@example.org"),
                ResolutionWorld.paul("crm:3", ResolutionWorld.JANUARY, "email", "paul@example.org"),
                ResolutionWorld.anna("crm:4", ResolutionWorld.JANUARY),
                ResolutionWorld.anna("erp:5", ResolutionWorld.JANUARY, "email", "anna@example.org"));

        assessment.assess();

        assertThat(scorecards.breaking("unique-email", 0, 10))
                .containsExactlyInAnyOrder(ResolutionWorld.id("crm:1"), ResolutionWorld.id("crm:2"));
        assertThat(row(SubjectKind.SOURCE_SYSTEM, "crm", Dimension.UNIQUENESS))
                .extracting(QualityScore::score, QualityScore::judged, QualityScore::broken)
                .containsExactly(33.33, 3L, 2L);
        assertThat(score(SubjectKind.SOURCE_SYSTEM, "erp", Dimension.UNIQUENESS))
                .as("another system may have it")
                .isEqualTo(100.0);
        assertThat(scorecards
                        .ofRecord(ResolutionWorld.id("crm:1"))
                        .orElseThrow()
                        .of(Dimension.UNIQUENESS))
                .isZero();
        assertThat(scorecards
                        .ofRecord(ResolutionWorld.id("crm:3"))
                        .orElseThrow()
                        .of(Dimension.UNIQUENESS))
                .isEqualTo(100.0);
        assertThat(world.count("unique_value")).isZero();
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void asksOnceForEachVersionAndNoMoreWhenTheDataAreMended() {
        world.landAndResolve(ResolutionWorld.anna("crm:1", ResolutionWorld.JANUARY, "email", "nonsense"));
        assessment.assess();
        Task task = tasks().get(0);

        assertThat(task.goldenId()).isEqualTo(world.goldenOf("crm:1"));
        assertThat(task.details()).startsWith("email: email ").contains("crm").doesNotContain("nonsense");

        world.hub().stewardship().reject(task.id(), task.revision(), "zoe", "the customer has none");
        assertThat(assessment.assess().counts()).containsEntry("tasks opened", 0L);
        assertThat(tasks()).as("answered for this version").isEmpty();

        world.landAndResolve(ResolutionWorld.anna("crm:1", ResolutionWorld.MARCH, "email", "other nonsense"));
        assessment.assess();
        assertThat(tasks()).hasSize(1);

        world.landAndResolve(ResolutionWorld.anna("crm:1", ResolutionWorld.NOW, "email", "anna@example.org"));
        assessment.assess();
        assertThat(tasks()).isEmpty();
        assertThat(world.hub().stewardship().task(task.id()).orElseThrow().state())
                .isEqualTo(TaskState.OBSOLETE);
        assertThat(scorecards.breaking("email", 0, 10)).isEmpty();
    }

    @Test
    void opensAThousandTasksAtMostAndTheOthersNextTime() {
        List<Delivery> batch = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            batch.add(ResolutionWorld.person(
                    "crm:" + i, ResolutionWorld.JANUARY, "family_name", "Name" + i, "email", "nonsense" + i));
        }
        world.landAndResolve(batch.toArray(Delivery[]::new));

        assertThat(assessment.assess().counts())
                .containsEntry("tasks opened", 1_000L)
                .containsEntry("tasks postponed", 100L);
        assertThat(assessment.assess().counts())
                .containsEntry("tasks opened", 100L)
                .containsEntry("tasks postponed", 0L);
        assertThat(world.hub().stewardship().count(TaskState.OPEN)).isEqualTo(1_100);
        assertThat(row(SubjectKind.RULE, "email", Dimension.VALIDITY).broken()).isEqualTo(1_100);
    }

    @Test
    void countsWhatWaitsInQuarantineWithTheRuleThatRefusedIt() {
        world.landAndResolve(
                ResolutionWorld.anna("crm:1", ResolutionWorld.JANUARY),
                ResolutionWorld.person("crm:2", ResolutionWorld.JANUARY, "birth_date", "2062-01-01"));

        assessment.assess();

        assertThat(row(SubjectKind.RULE, "birth-date-not-in-future", Dimension.VALIDITY))
                .extracting(QualityScore::score, QualityScore::judged, QualityScore::broken)
                .containsExactly(50.0, 2L, 1L);
    }

    @Test
    void keepsOneScoreADayForSomeYears() {
        world.landAndResolve(ResolutionWorld.anna("crm:1", ResolutionWorld.JANUARY));
        assessment.assess();
        assessment.assess();

        assertThat(scorecards.history(SubjectKind.HUB, "", Dimension.VALIDITY, TODAY.minusDays(9), TODAY))
                .extracting(QualityScore::assessedOn)
                .containsExactly(TODAY);

        world.execute("update quality_score set assessed_on = date '2026-05-30'");
        assessment.assess();
        assertThat(scorecards.history(SubjectKind.HUB, "", Dimension.VALIDITY, TODAY.minusDays(9), TODAY))
                .extracting(QualityScore::assessedOn)
                .containsExactly(LocalDate.of(2026, 5, 30), TODAY);

        world.execute("update quality_score set assessed_on = date '2023-01-01' where assessed_on < date '2026-06-01'");
        assessment.assess();
        assertThat(scorecards.history(SubjectKind.HUB, "", Dimension.VALIDITY, LocalDate.of(2020, 1, 1), TODAY))
                .hasSize(1);
        assertThat(scorecards.latest()).allMatch(score -> score.assessedOn().equals(TODAY));
    }

    @Test
    void scoresAnEmptyHubWithoutDividingByNothing() {
        assertThat(assessment.assess().counts()).containsEntry("records", 0L);

        assertThat(scorecards.latest()).isEmpty();
    }

    @Test
    void judgesByTheRulesOfTodayWhatLandedUnderThoseOfYesterday() {
        world.landAndResolve(ResolutionWorld.anna("crm:1", ResolutionWorld.JANUARY));
        Clock clock = world.hub().clock();
        Validation stricter = new Validation(
                RuleSample.rules(
                        world.hub().matching(),
                        RuleSample.of("plausible-age", "birth_date")
                                .ages(18, 40)
                                .named("age")),
                world.hub().matching(),
                clock);

        assessment(stricter).assess();

        assertThat(row(SubjectKind.RULE, "age", Dimension.VALIDITY).broken()).isEqualTo(1);
        assertThat(score(SubjectKind.HUB, "", Dimension.VALIDITY)).isCloseTo(66.67, within(0.001));
    }

    private double score(SubjectKind kind, String subject, Dimension dimension) {
        return row(kind, subject, dimension).score();
    }

    private QualityScore row(SubjectKind kind, String subject, Dimension dimension) {
        return scorecards.latest().stream()
                .filter(score ->
                        score.kind() == kind && score.subject().equals(subject) && score.dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    private List<Task> tasks() {
        return world.hub().stewardship().queue(TaskState.OPEN, Optional.of(TaskKind.DATA_QUALITY), 0, 200);
    }
}
