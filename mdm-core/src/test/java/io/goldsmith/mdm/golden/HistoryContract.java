package io.goldsmith.mdm.golden;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.publish.GoldenChange;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a customer was at any instant, and how it came to be what it is, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HistoryContract {

    private PassingTime time;
    private ResolutionWorld world;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        time = new PassingTime(ResolutionWorld.NOW);
        world = ResolutionWorld.open(database(), time, UnaryOperator.identity());
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void empty() {
        world.empty();
    }

    private AsOf asOf(GoldenId id, Instant instant) {
        return world.hub().goldenRecords().asOf(id, instant);
    }

    private AsOf.Known known(GoldenId id, Instant instant) {
        AsOf answer = asOf(id, instant);
        assertThat(answer).isInstanceOf(AsOf.Known.class);
        return (AsOf.Known) answer;
    }

    private Task task() {
        return world.hub()
                .stewardship()
                .queue(TaskState.OPEN, Optional.empty(), 0, 10)
                .get(0);
    }

    private List<ChangeEvent> events() {
        world.hub().outbox().relay();
        return world.hub().outbox().after(0, 100);
    }

    @Test
    void anIdIsItselfBeforeAMergeAndRedirectsAfterIt() {
        Instant beforeAll = time.anHour();
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                paul("erp:1", JANUARY, "email", "martin@example.org"));
        GoldenId anna = world.goldenOf("crm:1");
        GoldenId paul = world.goldenOf("erp:1");
        Instant apart = time.anHour();
        world.hub().stewardship().accept(task().id(), task().revision(), "claire", "one person");
        Instant together = time.anHour();
        GoldenId survivor = world.goldenOf("crm:1");
        GoldenId merged = survivor.equals(anna) ? paul : anna;

        assertThat(asOf(anna, beforeAll)).isEqualTo(new AsOf.Unknown(anna));
        assertThat(known(merged, apart).version().id()).isEqualTo(merged);
        assertThat(known(merged, apart).version().record().members()).hasSize(1);
        assertThat(known(merged, apart).decisions()).isEmpty();
        assertThat(known(merged, together).version().id()).isEqualTo(survivor);
        assertThat(known(merged, together).version().record().members()).containsExactly(id("crm:1"), id("erp:1"));
        assertThat(known(merged, together).decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.madeBy()).isEqualTo("claire");
            assertThat(decision.kind()).isEqualTo("MERGE");
        });
        assertThat(known(survivor, together).version().record().provenance()).isNotEmpty();
        assertThat(known(survivor, together).rules().orElseThrow().version())
                .isEqualTo(world.hub().rules().version());
        assertThat(known(survivor, together).rules().orElseThrow().content()).contains("most-recent");
    }

    @Test
    void anIdThatLostRecordsStaysAndTheNewOneNamesIt() {
        world.landAndResolve(anna("crm:1", JANUARY), anna("crm:2", JANUARY), anna("crm:3", JANUARY));
        GoldenId stayed = world.goldenOf("crm:1");
        Instant whole = time.anHour();
        world.landAndResolve(anna("crm:3", MARCH, "birth_date", "1977-07-07"));
        Instant apart = time.anHour();
        GoldenId created = world.goldenOf("crm:3");

        assertThat(known(stayed, whole).version().record().members()).hasSize(3);
        assertThat(known(stayed, apart).version().record().members()).containsExactly(id("crm:1"), id("crm:2"));
        assertThat(asOf(created, whole)).isEqualTo(new AsOf.Unknown(created));
        assertThat(events())
                .filteredOn(event -> event.kind() == ChangeEvent.Kind.SPLIT)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.goldenId()).isEqualTo(stayed);
                    assertThat(event.related()).containsExactly(created);
                });
        assertThat(events())
                .filteredOn(event -> event.goldenId().equals(created))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(ChangeEvent.Kind.CREATED);
                    assertThat(event.related()).containsExactly(stayed);
                });
        assertThat(story(created)).contains(created + " was split off " + stayed);
        assertThat(story(stayed)).contains(created + " was split off " + stayed, "    - crm:3");
    }

    @Test
    void redirectsGoThroughChainsToTheIdThatStayed() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "birth_date", "1971-01-01"),
                anna("crm:2", JANUARY, "birth_date", "1972-02-02"),
                anna("crm:3", JANUARY, "birth_date", "1973-03-03"));
        List<GoldenId> ids =
                new ArrayList<>(List.of(world.goldenOf("crm:1"), world.goldenOf("crm:2"), world.goldenOf("crm:3")));
        Instant apart = time.anHour();
        world.landAndResolve(anna("crm:1", MARCH, "birth_date", "1972-02-02"));
        Instant chained = time.anHour();
        world.landAndResolve(
                anna("crm:2", MARCH, "birth_date", "1973-03-03"),
                anna("crm:1", MARCH.plusSeconds(1), "birth_date", "1973-03-03"));
        GoldenId last = world.goldenOf("crm:1");
        Instant together = time.anHour();

        for (GoldenId each : ids) {
            assertThat(world.hub().goldenRecords().find(each).map(GoldenRecord::id))
                    .contains(last);
            assertThat(known(each, apart).version().id()).isEqualTo(each);
            assertThat(known(each, together).version().id()).isEqualTo(last);
        }
        assertThat(known(ids.get(0), chained).version().id())
                .isEqualTo(known(ids.get(1), chained).version().id());

        world.landAndResolve(anna("crm:3", MARCH, "birth_date", "1988-08-08"));
        for (GoldenId each : ids) {
            assertThat(world.hub().goldenRecords().find(each).map(GoldenRecord::id))
                    .as("a redirect follows the id that stayed")
                    .contains(last);
        }
    }

    @Test
    void aRetiredGoldenRecordSaysSinceWhen() {
        world.landAndResolve(paul("crm:9", JANUARY));
        GoldenId paul = world.goldenOf("crm:9");
        Instant live = time.anHour();
        Instant retired = world.hub().clock().instant();
        world.landAndResolve(deleted("crm:9", MARCH));
        Instant gone = time.anHour();

        assertThat(known(paul, live).version().record().attributes().first("given_name"))
                .contains("Paul");
        assertThat(asOf(paul, gone)).isEqualTo(new AsOf.Retired(paul, retired));
        assertThat(story(paul)).contains("crm:9 was deleted at its source, version 2", ": retired");
    }

    @Test
    void anErasedGoldenRecordAnswersSoForEveryInstant() {
        world.landAndResolve(paul("crm:9", JANUARY));
        GoldenId paul = world.goldenOf("crm:9");
        Instant live = time.anHour();
        world.execute("update golden_record set state = 'ERASED' where id = " + paul.value());
        world.execute("update golden_record_version set state = 'ERASED', attributes = '{}', members = '[]',"
                + " provenance = '{\"claimants\":[],\"chosen\":{}}' where golden_id = " + paul.value());

        assertThat(asOf(paul, live)).isInstanceOf(AsOf.Erased.class);
        assertThat(world.hub().goldenRecords().find(paul)).isEmpty();
    }

    @Test
    void aVersionKeepsTheRulesUnderWhichItWasMade() {
        DatabaseSettings own = database();
        GoldenId anna;
        Instant before;
        try (ResolutionWorld first = ResolutionWorld.open(own, time, UnaryOperator.identity())) {
            first.landAndResolve(
                    anna("crm:1", JANUARY, "street", "1 rue Haute"),
                    anna("accounting:7", MARCH, "street", "9 rue Basse"));
            anna = first.goldenOf("crm:1");
            before = time.anHour();
        }
        try (ResolutionWorld changed = ResolutionWorld.open(
                own,
                time,
                yaml -> yaml.replace("default: {strategy: most-recent}", "default: {strategy: trust-score}"))) {
            changed.landAndResolve(anna("crm:1", MARCH.plusSeconds(9), "street", "3 rue Neuve"));
            Instant after = time.anHour();

            AsOf.Known then = (AsOf.Known) changed.hub().goldenRecords().asOf(anna, before);
            AsOf.Known now = (AsOf.Known) changed.hub().goldenRecords().asOf(anna, after);
            assertThat(then.rules().orElseThrow().content()).contains("most-recent");
            assertThat(then.rules().orElseThrow().model()).isEmpty();
            assertThat(then.version().record().provenance().get("address").rule())
                    .isEqualTo("most-recent");
            assertThat(now.rules().orElseThrow().version())
                    .isGreaterThan(then.rules().orElseThrow().version());
            assertThat(now.rules().orElseThrow().content()).contains("trust-score");
            assertThat(now.version().record().provenance().get("address").rule())
                    .isEqualTo("trust-score");
        }
    }

    private String story(GoldenId id) {
        return world.hub()
                .goldenRecords()
                .story(id, StoryPosition.BEGINNING, 1_000)
                .toText();
    }

    @Test
    void aStoryTellsLandingsMergesDecisionsTasksAndTheirUndoing() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                paul("erp:1", JANUARY, "email", "martin@example.org"));
        GoldenId anna = world.goldenOf("crm:1");
        GoldenId paul = world.goldenOf("erp:1");
        time.anHour();
        Task task = task();
        world.hub().stewardship().accept(task.id(), task.revision(), "claire", "one person");
        GoldenId survivor = world.goldenOf("crm:1");
        GoldenId merged = survivor.equals(anna) ? paul : anna;
        assertThat(story(merged))
                .contains(
                        "task " + task.id() + " opened: possible duplicate with " + survivor,
                        "task " + task.id() + " closed: accepted by claire");
        time.anHour();
        world.hub()
                .stewardship()
                .undo(world.hub().stewardship().decisionsOf(survivor).get(0).id(), "henri");
        time.anHour();
        world.landAndResolve(deleted(survivor.equals(anna) ? "crm:1" : "erp:1", MARCH));

        assertThat(story(survivor))
                .contains(
                        "crm:1 landed, version 1",
                        "version 1, test, rules ",
                        "    given_name: none → ",
                        "claire decided merge of crm:1 and erp:1: one person",
                        merged + " was merged into " + survivor,
                        "henri took back merge of crm:1 and erp:1",
                        " was split off " + survivor,
                        "was deleted at its source",
                        ": retired",
                        "task " + task.id() + " closed: obsolete");
        assertThat(story(merged))
                .contains(merged + " was merged into " + survivor, ": merged into " + survivor)
                .doesNotContain("henri");
        assertThat(world.hub()
                        .goldenRecords()
                        .story(survivor, StoryPosition.BEGINNING, 1_000)
                        .entries())
                .filteredOn(StoryEntry.Changed.class::isInstance)
                .extracting(entry -> ((StoryEntry.Changed) entry).decisions().size())
                .as("the merge and its undoing have a person behind them")
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void aStoryIsReadPageByPage() {
        world.landAndResolve(anna("crm:1", JANUARY), anna("crm:2", JANUARY), anna("erp:3", JANUARY));
        GoldenId anna = world.goldenOf("crm:1");
        for (int change = 1; change <= 5; change++) {
            time.anHour();
            world.landAndResolve(anna("crm:1", MARCH.plusSeconds(change), "street", change + " rue Haute"));
        }
        List<StoryEntry> whole = world.hub()
                .goldenRecords()
                .story(anna, StoryPosition.BEGINNING, 1_000)
                .entries();

        List<StoryEntry> paged = new ArrayList<>();
        Optional<StoryPosition> from = Optional.of(StoryPosition.BEGINNING);
        while (from.isPresent()) {
            CustomerStory page = world.hub().goldenRecords().story(anna, from.get(), 2);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page.entries());
            from = page.next();
        }

        assertThat(whole).hasSizeGreaterThan(12);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void theEventsOfAMergeHaveOneChangeAndTellBeforeAndAfter() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                paul("erp:1", JANUARY, "email", "martin@example.org"),
                paul("erp:5", JANUARY, "family_name", "Durand"));
        List<ChangeEvent> created = events();
        assertThat(created).extracting(ChangeEvent::changeId).doesNotHaveDuplicates();
        time.anHour();
        world.hub().stewardship().accept(task().id(), task().revision(), "claire", "");
        GoldenId survivor = world.goldenOf("crm:1");
        world.hub().outbox().relay();

        List<GoldenChange> changes = world.hub()
                .outbox()
                .changesAfter(created.get(created.size() - 1).position(), 10);

        assertThat(changes)
                .extracting(change -> change.event().kind())
                .containsExactlyInAnyOrder(ChangeEvent.Kind.MERGED, ChangeEvent.Kind.UPDATED);
        assertThat(changes)
                .extracting(change -> change.event().changeId())
                .containsOnly(changes.get(0).event().changeId());
        assertThat(changes).extracting(change -> change.event().cause()).containsOnly("merge by a steward");
        for (GoldenChange change : changes) {
            assertThat(change.before().orElseThrow().record().members()).hasSize(1);
            if (change.event().kind() == ChangeEvent.Kind.MERGED) {
                assertThat(change.event().related()).containsExactly(survivor);
                assertThat(change.after().state()).isEqualTo(GoldenVersion.State.MERGED);
                assertThat(change.after().mergedInto()).contains(survivor);
            } else {
                assertThat(change.event().related()).hasSize(1).doesNotContain(survivor);
                assertThat(change.after().record().members()).hasSize(2);
            }
        }
    }
}
