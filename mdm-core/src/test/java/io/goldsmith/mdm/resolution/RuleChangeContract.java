package io.goldsmith.mdm.resolution;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.model.BlastRadius;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rules are tried, published and guarded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RuleChangeContract {

    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");

    private ResolutionWorld world;

    /** A database of its own for each test, since published rules stay. */
    abstract DatabaseSettings newDatabase();

    @BeforeEach
    void open() {
        world = ResolutionWorld.open(newDatabase());
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The world's configuration with a text replaced. */
    private HubConfiguration with(String before, String after) throws IOException {
        return read(world.hub().configuration(), before, after);
    }

    private static HubConfiguration read(HubConfiguration configuration, String before, String after)
            throws IOException {
        Path folder = Files.createTempDirectory("hub-folder");
        String yaml = Files.readString(configuration.folder().resolve(HubConfiguration.FILE));
        assertThat(yaml).contains(before);
        Files.writeString(folder.resolve(HubConfiguration.FILE), yaml.replace(before, after));
        return HubConfiguration.read(folder);
    }

    private static Hub open(HubConfiguration configuration) {
        return Hub.open(configuration, Clock.fixed(ResolutionWorld.NOW, ZoneOffset.UTC));
    }

    private void siblings() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                anna("erp:1", JANUARY, "email", "martin@example.org"),
                paul("accounting:1", JANUARY, "email", "martin@example.org"));
    }

    @Test
    void whatIfTellsAMergeAndChangesNothing() throws IOException {
        siblings();
        Map<String, String> before = world.results();

        PublicationEffect effect = world.hub()
                .whatIf(with("automatic: 0.95, review: 0.5", "automatic: 0.5, review: 0.4"), ResolutionProgress.NONE);

        assertThat(effect.customers()).isEqualTo(2);
        assertThat(effect.merged()).isEqualTo(1);
        assertThat(effect.merges())
                .containsExactly(new PublicationEffect.Merge(
                        world.goldenOf("accounting:1").value(),
                        world.goldenOf("crm:1").value()));
        assertThat(effect.changed()).as("the survivor changes").isEqualTo(1);
        assertThat(world.results()).isEqualTo(before);
        assertThat(world.count("source_record where state = 'PENDING'")).isZero();
    }

    @Test
    void whatIfUnderTheRulesInForceTellsNothing() throws IOException {
        siblings();
        PublicationEffect effect =
                world.hub().whatIf(with("exclusive: [siren]", "exclusive: [siren]"), ResolutionProgress.NONE);
        assertThat(effect.events()).isZero();
    }

    @Test
    void whatIfTellsWhichAttributesChange() throws IOException {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "a@example.org", "town", "Lyon"),
                anna("erp:1", ResolutionWorld.MARCH, "email", "a@example.org", "town", "Paris"));
        PublicationEffect effect = world.hub()
                .whatIf(
                        with(
                                "default: {strategy: most-recent}",
                                "default: {strategy: source-priority, sources: [crm, erp]}"),
                        ResolutionProgress.NONE);
        assertThat(effect.changed()).isEqualTo(1);
        assertThat(effect.changedAttributes()).containsExactly(Map.entry("town", 1L));
    }

    @Test
    void aChangedConfigurationIsPublishedAndEverythingResolvedAnew() throws IOException {
        siblings();
        HubConfiguration changed = with("automatic: 0.95, review: 0.5", "automatic: 0.5, review: 0.4");
        PublicationEffect expected = world.hub().whatIf(changed, ResolutionProgress.NONE);
        try (Hub hub = open(changed)) {
            assertThat(hub.rules().version()).isEqualTo(2);
            assertThat(hub.sourceRecords().countPending()).isEqualTo(3);
            ResolutionSummary summary = hub.resolution().resolvePending("rules", ResolutionProgress.NONE);
            assertThat(summary.events()).isEqualTo(expected.events());
            assertThat(hub.goldenRecords().goldenOf(ResolutionWorld.id("accounting:1")))
                    .isEqualTo(hub.goldenRecords().goldenOf(ResolutionWorld.id("crm:1")));
        }
    }

    @Test
    void aHubUnderTheRulesBeforeWritesNoMore() throws IOException {
        siblings();
        try (Hub hub = open(with("review: 0.5", "review: 0.4"))) {
            assertThat(hub.rules().version()).isEqualTo(2);
            assertThatThrownBy(this::resolveOneMore)
                    .isInstanceOf(RulesSupersededException.class)
                    .hasMessageContaining("version 2")
                    .hasMessageContaining("version 1");
            assertThat(world.count("quarantine_entry")).isZero();
        }
    }

    private void resolveOneMore() {
        world.landAndResolve(anna("crm:9", JANUARY, "email", "other@example.org"));
    }

    @Test
    void aRuleThatGoesBackBringsBackWhatWas() throws IOException {
        siblings();
        Map<String, String> before = world.results();
        try (Hub hub = open(with("automatic: 0.95, review: 0.5", "automatic: 0.5, review: 0.4"))) {
            hub.resolution().resolvePending("rules", ResolutionProgress.NONE);
        }
        assertThat(world.results()).isNotEqualTo(before);
        try (Hub hub = open(with("exclusive: [siren]", "exclusive: [siren]"))) {
            assertThat(hub.rules().version()).isEqualTo(3);
            hub.resolution().resolvePending("rules", ResolutionProgress.NONE);
        }
        assertThat(world.results()).isEqualTo(before);
    }

    /** Many persons, none like another. */
    private static List<Delivery.RecordVersion> strangers(int number, String town, Instant timestamp) {
        List<Delivery.RecordVersion> persons = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            persons.add(ResolutionWorld.person(
                    "crm:" + i,
                    timestamp,
                    "given_name",
                    "Anna",
                    "family_name",
                    "Martin" + i,
                    "birth_date",
                    "1980-05-06",
                    "email",
                    "m" + i + "@example.org",
                    "town",
                    town));
        }
        return persons;
    }

    @Test
    void aBatchThatChangesTooManyCustomersWaitsForAPerson() {
        Resolution guarded = world.resolution(0, new BlastRadius(0.5, 2));
        HeldPublications held = world.hub().heldPublications();
        world.land(strangers(10, "Lyon", JANUARY).toArray(Delivery[]::new));
        assertThat(guarded.resolvePending("first", ResolutionProgress.NONE).held())
                .as("new customers are no harm")
                .isEmpty();
        Map<String, String> before = world.results();

        world.land(strangers(8, "Paris", FEBRUARY).toArray(Delivery[]::new));
        PublicationEffect effect =
                guarded.resolvePending("second", ResolutionProgress.NONE).held().orElseThrow();
        assertThat(effect.changed()).isEqualTo(8);
        assertThat(effect.customers()).isEqualTo(10);
        assertThat(world.results()).isEqualTo(before);
        assertThat(world.count("change_event")).isEqualTo(10);
        HeldPublications.Held waiting = held.waiting().orElseThrow();
        assertThat(waiting.cause()).isEqualTo("second");
        assertThat(guarded.resolvePending("third", ResolutionProgress.NONE).held())
                .as("it still waits")
                .contains(waiting.effect());
        assertThatThrownBy(() -> held.approve(waiting.id() + 1, "sam")).isInstanceOf(MdmException.class);

        held.approve(waiting.id(), "sam");
        assertThat(guarded.resolvePending("fourth", ResolutionProgress.NONE).held())
                .isEmpty();
        assertThat(world.count("source_record where state = 'PENDING'")).isZero();
        assertThat(world.golden("crm:1").attributes().first("town")).contains("Paris");
        assertThat(held.waiting()).isEmpty();
    }

    @Test
    void aDismissedBatchIsMeasuredAnew() {
        Resolution guarded = world.resolution(0, new BlastRadius(0.5, 2));
        world.land(strangers(10, "Lyon", JANUARY).toArray(Delivery[]::new));
        guarded.resolvePending("first", ResolutionProgress.NONE);
        Map<String, String> before = world.results();
        world.land(strangers(8, "Paris", FEBRUARY).toArray(Delivery[]::new));
        guarded.resolvePending("second", ResolutionProgress.NONE);
        HeldPublications held = world.hub().heldPublications();
        held.dismiss(held.waiting().orElseThrow().id(), "sam");
        assertThat(guarded.resolvePending("again", ResolutionProgress.NONE).held())
                .as("nothing was mended")
                .isPresent();

        held.dismiss(held.waiting().orElseThrow().id(), "sam");
        world.land(strangers(8, "Lyon", ResolutionWorld.MARCH).toArray(Delivery[]::new));
        assertThat(guarded.resolvePending("mended", ResolutionProgress.NONE).held())
                .as("provenance alone changes")
                .isPresent();
        assertThat(world.results()).isEqualTo(before);
    }

    /** Some in two systems. */
    private static List<Delivery> customers() {
        Random random = new Random(7);
        List<Delivery> persons = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            String given = List.of("Anna", "Paul", "Zoé", "Luc", "Marie").get(random.nextInt(5));
            String family = "F" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)) + "el";
            String born = String.format("19%02d-%02d-11", 40 + random.nextInt(50), 1 + random.nextInt(12));
            String[] values = {
                "given_name", given, "family_name", family, "birth_date", born, "email", "p" + i + "@example.org"
            };
            persons.add(ResolutionWorld.person("crm:" + i, JANUARY, values));
            if (i % 2 == 0) {
                persons.add(ResolutionWorld.person("erp:" + i, JANUARY, values));
            }
        }
        return persons;
    }

    /** A pair's weight comes from derived attributes too: the check, what-if and a hub that comes up later must all see them. */
    @Test
    void derivedAttributesWeighTheSameInABatchInTheCheckAndInWhatIf() throws IOException {
        HubConfiguration derives = with(
                "matching:\n",
                "matching:\n  derived:\n    - {name: any_name, union: [{attribute: family_name}, {attribute: given_name}]}\n");
        HubConfiguration compares = read(
                derives,
                "  comparisons:\n",
                "  comparisons:\n    - {attribute: any_name, kind: name, levels: [{level: exact, m: 0.9, u: 0.02}, {level: else, m: 0.1, u: 0.98}]}\n");
        try (Hub hub = open(compares)) {
            hub.intake().land(1, customers());
            hub.resolution().resolvePending("first load", ResolutionProgress.NONE);
            assertThat(world.count("scored_pair")).isGreaterThan(300);
            ConsistencyReport report = hub.consistencyCheck().run(ResolutionProgress.NONE);
            assertThat(report.isSound()).as(report.toString()).isTrue();
            assertThat(hub.whatIf(compares, ResolutionProgress.NONE).events()).isZero();
        }
    }

    @Test
    void theFirstLoadTrainsItsModelAndPublishesIt() throws IOException {
        HubConfiguration trains = with("prior: 0.001", "prior: 0.001\n  training: {}");
        try (Hub hub = open(trains)) {
            hub.intake().land(1, customers());
            hub.resolution().resolvePending("first load", ResolutionProgress.NONE);
            assertThat(hub.resolution().rules().hasPublishedModel()).isTrue();
            assertThat(hub.resolution().rules().version()).isEqualTo(3);
            assertThat(hub.goldenRecords().goldenOf(ResolutionWorld.id("crm:0")))
                    .isPresent()
                    .isEqualTo(hub.goldenRecords().goldenOf(ResolutionWorld.id("erp:0")));
            assertThat(hub.sourceRecords().countPending()).isZero();
        }
        assertThat(world.count("golden_record where state = 'ACTIVE'")).isBetween(780L, 800L);
        try (Hub hub = open(trains)) {
            assertThat(hub.rules().version()).as("the model in force stays").isEqualTo(3);
            ConsistencyReport report = hub.consistencyCheck().run(ResolutionProgress.NONE);
            assertThat(report.isSound())
                    .as("the model as it was kept scores as the one that was trained: %s", report)
                    .isTrue();
            assertThat(hub.rules().model()).isPresent();
            assertThat(hub.sourceRecords().countPending()).isZero();
        }
    }

    /** Training standardises before there is a model; what it takes for missing then is missing in what the batch stores of it. */
    @Test
    void theFirstLoadStoresNoPlaceholderThatItsTrainingFound() throws IOException {
        List<Delivery> deliveries = new ArrayList<>(customers());
        for (int i = 0; i < 60; i++) {
            String family = "G" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "on";
            String born = String.format("19%02d-%02d-21", 30 + i, 1 + i % 12);
            deliveries.add(ResolutionWorld.person(
                    "accounting:" + i,
                    JANUARY,
                    "given_name",
                    List.of("Jean", "Rose", "Guy").get(i % 3),
                    "family_name",
                    family,
                    "birth_date",
                    born,
                    "email",
                    "contact@example.org"));
        }
        try (Hub hub = open(with("prior: 0.001", "prior: 0.001\n  training: {}"))) {
            hub.intake().land(1, deliveries);
            hub.resolution().resolvePending("first load", ResolutionProgress.NONE);
            assertThat(world.count("source_record_version where raw like '%contact@example.org%'"))
                    .isEqualTo(60);
            assertThat(world.count("standard_record where standard like '%contact@example.org%'"))
                    .isZero();
            assertThat(world.count("standard_record where standard like '%p7@example.org%'"))
                    .isEqualTo(1);
            assertThat(hub.consistencyCheck().run(ResolutionProgress.NONE).isSound())
                    .isTrue();
        }
    }

    /** A hundred matches that stewards know must not change what training without labels gets right. */
    @Test
    void retrainingFromDecisionsShowsItsEffectAndIsPublished() throws IOException {
        try (Hub hub = open(with("prior: 0.001", "prior: 0.001\n  training: {}"))) {
            hub.intake().land(1, customers());
            hub.resolution().resolvePending("first load", ResolutionProgress.NONE);
            for (int i = 0; i < 100; i += 2) {
                hub.decisions()
                        .merge(ResolutionWorld.id("crm:" + i), ResolutionWorld.id("erp:" + i), "sam", "the same");
            }
            SavedModel model = hub.retrained(ResolutionProgress.NONE);
            assertThat(model.trained().orElseThrow().labels()).hasValue(50);
            PublicationEffect effect = hub.whatIf(model, ResolutionProgress.NONE);
            assertThat(effect.merged() + effect.split()).isLessThan(10);
            hub.resolution().publish(model, "retrain");
            ResolutionSummary summary = hub.resolution().resolvePending("retrain", ResolutionProgress.NONE);
            assertThat(summary.events()).isEqualTo(effect.events());
            assertThat(hub.resolution().rules().version()).isEqualTo(4);
        }
    }
}
