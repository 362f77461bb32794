package io.goldsmith.mdm.resolution;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static io.goldsmith.mdm.resolution.ResolutionWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.WrittenValue;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How records become golden records, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ResolutionContract {

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

    @BeforeEach
    void empty() {
        world.empty();
    }

    @Test
    void matchingRecordsBecomeOneGoldenRecordWithProvenance() {
        world.landAndResolve(
                anna("crm:1", MARCH, "street", "1 rue Haute", "town", "Lyon"),
                anna("accounting:7", JANUARY, "street", "9 rue Basse", "town", "Paris"));

        GoldenRecord golden = world.golden("crm:1");

        assertThat(golden.members()).containsExactly(id("accounting:7"), id("crm:1"));
        assertThat(golden.attributes().first("street")).contains("1 rue Haute");
        assertThat(golden.attributes().first("town")).contains("Lyon");
        assertThat(golden.provenance().get("address").record()).isEqualTo(id("crm:1"));
        assertThat(golden.provenance().get("address").losers()).hasSize(1);
        assertThat(golden.provenance().get("given_name").rule()).isEqualTo("source-priority");
        assertThat(golden.provenance().get("given_name").record()).isEqualTo(id("accounting:7"));
        assertThat(world.count("change_event where kind = 'CREATED'")).isGreaterThanOrEqualTo(1);
        assertThat(world.hub().sourceRecords().countPending()).isZero();
    }

    @Test
    void aValueServesAPurposeOnlyIfItsSourceAllowsIt() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "street", "1 rue Haute", "town", "Lyon", "email", "anna@example.org"),
                anna("accounting:7", MARCH, "street", "9 rue Basse", "town", "Paris", "siren", "732829320"));
        GoldenRecord golden = world.golden("crm:1");

        assertThat(golden.attributes().first("street")).contains("9 rue Basse");
        assertThat(golden.forPurpose("marketing").first("street")).contains("1 rue Haute");
        assertThat(golden.forPurpose("marketing").isKnown("siren")).isFalse();
        assertThat(golden.forPurpose("marketing").all("email")).containsExactly("anna@example.org");
        assertThat(golden.forPurpose("operations")).isEqualTo(golden.attributes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void anIdIsKeptThroughUpdatesJoinsAndSplits(int onlineLimit) {
        Resolution resolution = world.resolution(onlineLimit);
        world.land(anna("crm:1", JANUARY));
        resolution.resolvePending("first", ResolutionProgress.NONE);
        world.land(
                anna("crm:2", JANUARY, "birth_date", "1999-09-09"), anna("crm:3", JANUARY, "birth_date", "1999-09-09"));
        resolution.resolvePending("second", ResolutionProgress.NONE);
        GoldenId one = world.goldenOf("crm:1");
        GoldenId two = world.goldenOf("crm:2");
        assertThat(world.goldenOf("crm:3")).isEqualTo(two).isNotEqualTo(one);

        world.land(anna("crm:1", MARCH, "birth_date", "1999-09-09"));
        resolution.resolvePending("join", ResolutionProgress.NONE);

        assertThat(world.goldenOf("crm:1"))
                .as("the larger overlap keeps its id")
                .isEqualTo(two);
        assertThat(world.hub().goldenRecords().find(one).map(GoldenRecord::id))
                .as("the other redirects")
                .contains(two);
        assertThat(world.count("change_event where kind = 'MERGED' and golden_id = " + one.value()))
                .isOne();

        world.land(anna("crm:3", MARCH, "birth_date", "1977-07-07"));
        resolution.resolvePending("split", ResolutionProgress.NONE);

        assertThat(world.goldenOf("crm:1")).isEqualTo(two);
        assertThat(world.goldenOf("crm:2")).isEqualTo(two);
        assertThat(world.goldenOf("crm:3")).as("a split part needs a new id").isNotIn(one, two);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void aDeletedRecordLeavesAndAnEmptyGoldenRecordRetires(int onlineLimit) {
        Resolution resolution = world.resolution(onlineLimit);
        world.land(anna("crm:1", JANUARY), anna("crm:2", JANUARY), paul("crm:9", JANUARY));
        resolution.resolvePending("load", ResolutionProgress.NONE);
        GoldenId anna = world.goldenOf("crm:1");
        GoldenId paul = world.goldenOf("crm:9");

        world.land(deleted("crm:2", MARCH), deleted("crm:9", MARCH));
        resolution.resolvePending("load", ResolutionProgress.NONE);

        assertThat(world.golden("crm:1").members()).containsExactly(id("crm:1"));
        assertThat(world.goldenOf("crm:1")).isEqualTo(anna);
        assertThat(world.hub().goldenRecords().find(paul)).isEmpty();
        assertThat(world.count("change_event where kind = 'RETIRED' and golden_id = " + paul.value()))
                .isOne();
        assertThat(world.hub().sourceRecords().countPending()).isZero();
        assertThat(world.count("source_record where state = 'DELETED'")).isEqualTo(2);
        assertThat(world.count("blocking_key")).isEqualTo(1);
    }

    @Test
    void resolvingAgainChangesNothing() {
        world.landAndResolve(anna("crm:1", JANUARY), anna("crm:2", MARCH), paul("crm:9", MARCH));
        long versions = world.count("golden_record_version");
        world.execute("update source_record set state = 'PENDING'");

        ResolutionSummary online = world.resolution(500).resolvePending("again", ResolutionProgress.NONE);
        world.execute("update source_record set state = 'PENDING'");
        ResolutionSummary batch = world.resolution(0).resolvePending("again", ResolutionProgress.NONE);

        assertThat(online.records()).isEqualTo(3);
        assertThat(batch.records()).isEqualTo(3);
        assertThat(online.goldenRecordsChanged() + batch.goldenRecordsChanged()).isZero();
        assertThat(world.count("golden_record_version")).isEqualTo(versions);
    }

    @Test
    void exclusiveIdentifiersKeepRecordsApart() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "siren", "732829320"), anna("crm:2", JANUARY, "siren", "552100554"));

        assertThat(world.goldenOf("crm:1")).isNotEqualTo(world.goldenOf("crm:2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void aMatchThatAnIdentifierCutIsAPersonsToDecide(int onlineLimit) {
        world.land(anna("crm:1", JANUARY, "siren", "732829320"), anna("crm:2", JANUARY, "siren", "552100554"));
        world.resolution(onlineLimit).resolvePending("load", ResolutionProgress.NONE);

        assertThat(world.hub().stewardship().count(TaskState.OPEN)).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void aPossibleDuplicateIsOneTaskAndIsObsoleteWhenTheDataAnswersIt(int onlineLimit) {
        Resolution resolution = world.resolution(onlineLimit);
        world.land(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                anna("crm:2", JANUARY, "email", "martin@example.org"),
                paul("erp:1", JANUARY, "email", "martin@example.org"));
        resolution.resolvePending("load", ResolutionProgress.NONE);
        assertThat(world.hub().stewardship().count(TaskState.OPEN)).isOne();
        assertThat(world.count("stewardship_task"))
                .as("three records, one pair of golden records")
                .isOne();

        world.land(paul("erp:1", MARCH, "email", "paul@example.org"));
        resolution.resolvePending("load", ResolutionProgress.NONE);
        assertThat(world.hub().stewardship().count(TaskState.OPEN)).isZero();
        assertThat(world.hub().stewardship().count(TaskState.OBSOLETE)).isOne();
    }

    @Test
    void anEchoOfTheHubsOwnWriteGainsNothing() {
        world.landAndResolve(
                anna("crm:1", MARCH, "street", "1 rue Haute", "town", "Lyon"),
                anna("erp:7", JANUARY, "street", "9 rue Basse", "town", "Paris"));
        GoldenRecord before = world.golden("crm:1");
        world.hub()
                .intake()
                .recordWritten(List.of(
                        new WrittenValue(id("erp:7"), "street", List.of("1 rue Haute"), id("crm:1"), 1, MARCH),
                        new WrittenValue(id("erp:7"), "town", List.of("Lyon"), id("crm:1"), 1, MARCH)));

        world.landAndResolve(anna("erp:7", MARCH.plusSeconds(60), "street", "1 rue Haute", "town", "Lyon"));

        GoldenRecord after = world.golden("crm:1");
        assertThat(after.attributes()).isEqualTo(before.attributes());
        assertThat(after.provenance().get("address").record()).isEqualTo(id("crm:1"));
        assertThat(after.provenance().get("address").asOf()).isEqualTo(MARCH);
        assertThat(after.provenance().get("address").losers()).isEmpty();
        assertThat(after.provenance().get("family_name").record())
                .as("a record touched by the hub makes its other values no newer")
                .isEqualTo(id("crm:1"));
    }

    @Test
    void aWriteThatArrivesWhenTheNextIsSentAlreadyIsAnEchoUntilTheNextIsAcknowledged() {
        Instant late = MARCH.plusSeconds(600);
        world.landAndResolve(
                anna("crm:1", JANUARY, "street", "1 rue Haute", "town", "Lyon"),
                anna("erp:7", JANUARY, "street", "1 rue Haute", "town", "Lyon"));
        world.landAndResolve(anna("crm:1", MARCH, "street", "2 rue Basse", "town", "Lyon"));
        written("erp:7", "2 rue Basse", 2, MARCH);
        world.landAndResolve(anna("crm:1", MARCH.plusSeconds(60), "street", "3 rue Neuve", "town", "Lyon"));
        written("erp:7", "3 rue Neuve", 3, MARCH.plusSeconds(60));

        world.landAndResolve(anna("erp:7", late, "street", "2 rue Basse", "town", "Lyon"));
        assertThat(world.golden("crm:1").attributes().first("street")).isEqualTo(Optional.of("3 rue Neuve"));

        world.hub().intake().acknowledgeWritten("erp", List.of("7", "8"));
        world.landAndResolve(anna("erp:7", late, "street", "2 rue Basse", "town", "Lyon", "email", "anna@new.example"));
        assertThat(world.golden("crm:1").attributes().first("street"))
                .as("an export from before it was acknowledged, read after")
                .isEqualTo(Optional.of("3 rue Neuve"));
        assertThat(world.hub().consistencyCheck().run(ResolutionProgress.NONE).isSound())
                .isTrue();

        Instant now = world.hub().clock().instant();
        world.landAndResolve(anna("erp:7", now.plusSeconds(60), "street", "3 rue Neuve", "town", "Lyon"));
        world.landAndResolve(anna("erp:7", now.plusSeconds(120), "street", "2 rue Basse", "town", "Lyon"));
        assertThat(world.golden("crm:1").attributes().first("street"))
                .as("its own users went back to it")
                .isEqualTo(Optional.of("2 rue Basse"));
    }

    private void written(String target, String street, int version, Instant asOf) {
        world.hub()
                .intake()
                .recordWritten(
                        List.of(new WrittenValue(id(target), "street", List.of(street), id("crm:1"), version, asOf)));
    }

    @Test
    void aRecordThatTheDatabaseRefusesGoesToQuarantineAndTheRestGoesOn() {
        world.execute("alter table standard_record add constraint poison check (standard not like '%POISON%')");
        try {
            world.land(
                    anna("crm:1", JANUARY), person("crm:2", JANUARY, "family_name", "Poison"), paul("crm:3", JANUARY));

            ResolutionSummary batch = world.resolution(0).resolvePending("load", ResolutionProgress.NONE);

            assertThat(batch.records()).isEqualTo(2);
            assertThat(batch.quarantined()).isOne();
            assertThat(world.hub().quarantine().waiting(0, 10))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.reasons().toString())
                            .contains("resolution")
                            .doesNotContainIgnoringCase("poison,"));
            assertThat(world.hub().goldenRecords().count()).isEqualTo(2);

            world.land(person("crm:4", JANUARY, "family_name", "Poison"), anna("crm:5", JANUARY));
            ResolutionSummary online = world.resolution(500).resolvePending("load", ResolutionProgress.NONE);
            assertThat(online.quarantined()).isOne();
            assertThat(world.golden("crm:1").members()).hasSize(2);
        } finally {
            world.execute("alter table standard_record drop constraint poison");
        }
    }

    @Test
    void anInterruptedBatchIsResumedToTheSameState() {
        List<Delivery> pairs = new ArrayList<>();
        for (int i = 0; i < 1_300; i++) {
            String name = "N" + (char) ('A' + i % 26) + (char) ('A' + i / 26 % 26) + (char) ('A' + i / 676);
            for (String record : List.of("crm:" + i, "erp:" + i)) {
                pairs.add(person(record, JANUARY, "family_name", name, "given_name", "Jo", "birth_date", "1980-01-01"));
            }
        }
        world.land(pairs.toArray(Delivery[]::new));
        Resolution resolution = world.resolution(0);
        assertThatThrownBy(() -> resolution.resolvePending("load", (stage, done, total) -> {
                    if (stage.equals("survive and publish")) {
                        throw new IllegalStateException("interrupted here");
                    }
                }))
                .hasMessage("interrupted here");
        long left = world.hub().sourceRecords().countPending();
        assertThat(left).isPositive().isLessThan(2_600);

        ResolutionSummary rest = resolution.resolvePending("load", ResolutionProgress.NONE);

        assertThat(rest.records()).isEqualTo(left);
        assertThat(world.hub().goldenRecords().count()).isEqualTo(1_300);
        assertThat(world.count("cross_reference")).isEqualTo(2_600);
        assertThat(world.count("scored_pair")).isEqualTo(1_300);
        assertThat(world.count("change_event")).isEqualTo(1_300);
        Map<String, String> resumed = world.results();
        world.execute("update source_record set state = 'PENDING'");
        resolution.resolvePending("again", ResolutionProgress.NONE);
        assertThat(world.results()).isEqualTo(resumed);
    }
}
