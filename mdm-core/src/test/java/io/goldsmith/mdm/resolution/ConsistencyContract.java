package io.goldsmith.mdm.resolution;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static io.goldsmith.mdm.resolution.ResolutionWorld.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is damaged on purpose is found and mended, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsistencyContract {

    /** The source record and the golden record of a key. */
    private static final String CRM1 =
            "(select id from source_record where source_key = '1' and source_system = 'crm')";

    private static final String PAUL =
            "(select id from source_record where source_key = '5' and source_system = 'erp')";

    private static final String DURAND =
            "(select id from source_record where source_key = '8' and source_system = 'crm')";

    private static final String GOLDEN_OF_CRM1 =
            "(select golden_id from cross_reference where record_id = " + CRM1 + ")";

    private static final String GOLDEN_OF_PAUL =
            "(select golden_id from cross_reference where record_id = " + PAUL + ")";

    private static final String GOLDEN_OF_DURAND =
            "(select golden_id from cross_reference where record_id = " + DURAND + ")";

    private static final String MERGED = "(select min(id) from golden_record where state = 'MERGED')";

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

    /** Anna in two systems after a merge of ids, her brother as a possible duplicate, somebody else, and somebody who left. */
    @BeforeEach
    void customers() {
        world.empty();
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                anna("accounting:7", JANUARY, "birth_date", "1999-09-09", "street", "1 rue Haute"),
                paul("erp:5", JANUARY, "email", "martin@example.org"),
                person("crm:8", JANUARY, "given_name", "Zoé", "family_name", "Durand", "birth_date", "1970-02-03"),
                person("crm:9", JANUARY, "given_name", "Luc", "family_name", "Petit", "birth_date", "1960-02-03"));
        world.landAndResolve(anna("accounting:7", MARCH, "street", "1 rue Haute"), deleted("crm:9", MARCH));
        assertThat(world.golden("crm:1").members()).containsExactly(id("accounting:7"), id("crm:1"));
        assertThat(world.count("golden_record where state = 'MERGED'")).isOne();
        assertThat(world.hub().stewardship().count(TaskState.OPEN)).isOne();
    }

    private ConsistencyReport check() {
        return world.hub().consistencyCheck().run(ResolutionProgress.NONE);
    }

    private RebuildReport rebuild() {
        return world.hub().rebuild().run(ResolutionProgress.NONE);
    }

    @Test
    void findsNothingInWhatTheHubItselfWrote() {
        ConsistencyReport report = check();

        assertThat(report.first()).isEmpty();
        assertThat(report.isSound()).isTrue();
        assertThat(report.records()).isEqualTo(5);
        assertThat(report.goldenRecords()).isEqualTo(5);
        assertThat(report.outdated()).isZero();
        assertThat(world.resolution(0)).isNotNull();
    }

    @Test
    void findsNothingAfterABatch() {
        world.empty();
        world.land(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                anna("crm:2", JANUARY),
                paul("erp:5", JANUARY, "email", "martin@example.org"));
        world.resolveBatch();

        assertThat(check().first()).isEmpty();
    }

    @Test
    void skipsWhatWaitsAndRebuildingResolvesIt() {
        world.land(anna("crm:1", MARCH, "email", "anna@example.org"), paul("crm:77", MARCH));

        assertThat(check().isSound()).isTrue();
        assertThat(check().waiting()).isEqualTo(2);

        RebuildReport report = rebuild();
        assertThat(report.after().isSound()).isTrue();
        assertThat(report.after().waiting()).isZero();
        assertThat(world.goldenOf("crm:77")).isEqualTo(world.goldenOf("erp:5"));
    }

    @Test
    void rebuildingASoundHubChangesNothing() {
        Map<String, String> before = world.results();
        long versions = world.count("golden_record_version");

        RebuildReport report = rebuild();

        assertThat(report.rounds()).isZero();
        assertThat(world.results()).isEqualTo(before);
        assertThat(world.count("golden_record_version")).isEqualTo(versions);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of(Invariant.RESOLUTION, "update source_record set resolved_version = 0 where id = " + CRM1),
                Arguments.of(
                        Invariant.STANDARD_RECORD,
                        "update standard_record set standard = '{\"family_name\":[\"X\"]}' where record_id = " + CRM1),
                Arguments.of(Invariant.STANDARD_RECORD, "delete from standard_record where record_id = " + CRM1),
                Arguments.of(
                        Invariant.STANDARD_RECORD,
                        "insert into standard_record (record_id, version, standard, problems) values (987654, 1, '{}', '[]')"),
                Arguments.of(Invariant.BLOCKING_KEYS, "delete from blocking_key where record_id = " + CRM1),
                Arguments.of(
                        Invariant.BLOCKING_KEYS,
                        "insert into blocking_key (rule_number, key_hash, record_id) values (0, 42, " + DURAND + ")"),
                Arguments.of(
                        Invariant.BLOCKING_KEYS,
                        "insert into blocking_key (rule_number, key_hash, record_id) values (7, -42, 987654)"),
                Arguments.of(Invariant.SCORED_PAIR_MISSING, "delete from scored_pair"),
                Arguments.of(Invariant.SCORED_PAIR, "update scored_pair set weight = weight + 1"),
                Arguments.of(Invariant.SCORED_PAIR, "update scored_pair set left_version = 99"),
                Arguments.of(
                        Invariant.SCORED_PAIR,
                        "insert into scored_pair (left_record, right_record, left_version, right_version, weight, grade,"
                                + " rules_version) values (" + DURAND + ", 987654, 1, 1, 99999, 'MATCH', 1)"),
                Arguments.of(
                        Invariant.SCORED_PAIR,
                        "insert into scored_pair (left_record, right_record, left_version, right_version, weight, grade,"
                                + " rules_version) select least(p.id, d.id), greatest(p.id, d.id), 1, 1, 99999,"
                                + " 'POSSIBLE_MATCH', 1 from source_record p join source_record d on p.id = "
                                + PAUL + " and d.id = " + DURAND),
                Arguments.of(
                        Invariant.CLUSTER,
                        "update cross_reference set golden_id = " + GOLDEN_OF_PAUL + " where record_id = " + DURAND),
                Arguments.of(
                        Invariant.CROSS_REFERENCE_MISSING, "delete from cross_reference where record_id = " + CRM1),
                Arguments.of(
                        Invariant.CROSS_REFERENCE_MISSING, "delete from cross_reference where record_id = " + DURAND),
                Arguments.of(
                        Invariant.CROSS_REFERENCE,
                        "update cross_reference set golden_id = 987654 where record_id = " + DURAND),
                Arguments.of(
                        Invariant.CROSS_REFERENCE,
                        "update cross_reference set golden_id = " + MERGED + " where record_id = " + CRM1),
                Arguments.of(
                        Invariant.CROSS_REFERENCE,
                        "insert into cross_reference (record_id, golden_id, origin, linked_at)"
                                + " select 987654, golden_id, 'AUTO', linked_at from cross_reference where record_id = "
                                + CRM1),
                Arguments.of(
                        Invariant.MEMBERS,
                        "update cross_reference set golden_id = " + GOLDEN_OF_CRM1 + " where record_id = " + DURAND),
                Arguments.of(
                        Invariant.MEMBERS,
                        "update golden_record_version set members = '[\"crm:1\"]' where golden_id = " + GOLDEN_OF_CRM1),
                Arguments.of(
                        Invariant.GOLDEN_VALUES,
                        "update golden_record_version set attributes = '{\"family_name\":[\"Other\"]}' where golden_id = "
                                + GOLDEN_OF_DURAND),
                Arguments.of(
                        Invariant.GOLDEN_VALUES,
                        "update golden_record_version set provenance = '{\"claimants\":[],\"chosen\":{}}'"
                                + " where golden_id = " + GOLDEN_OF_DURAND),
                Arguments.of(
                        Invariant.STANDARD_RECORD,
                        "update standard_record set standard = '{\"family_name\":[' where record_id = " + CRM1),
                Arguments.of(
                        Invariant.STANDARD_RECORD,
                        "update standard_record set problems = 'none' where record_id = " + CRM1),
                Arguments.of(
                        Invariant.GOLDEN_VALUES,
                        "update golden_record_version set attributes = 'Durand' where golden_id = " + GOLDEN_OF_DURAND),
                Arguments.of(
                        Invariant.GOLDEN_VALUES,
                        "update golden_record_version set provenance = '{' where golden_id = " + GOLDEN_OF_CRM1),
                Arguments.of(
                        Invariant.MEMBERS,
                        "update golden_record_version set members = 'crm:1' where golden_id = " + GOLDEN_OF_CRM1),
                Arguments.of(
                        Invariant.LIVE_GOLDEN_RECORD,
                        "update golden_record set state = 'ACTIVE' where state = 'RETIRED'"),
                Arguments.of(
                        Invariant.VERSIONS,
                        "delete from golden_record_version where version = 1 and golden_id = " + GOLDEN_OF_CRM1),
                Arguments.of(
                        Invariant.VERSIONS, "delete from golden_record_version where golden_id = " + GOLDEN_OF_DURAND),
                Arguments.of(Invariant.VERSIONS, "update golden_record set version = 1 where id = " + GOLDEN_OF_CRM1),
                Arguments.of(Invariant.VERSIONS, "delete from golden_record where id = " + GOLDEN_OF_DURAND),
                Arguments.of(Invariant.REDIRECT, "update golden_record set merged_into = id where state = 'MERGED'"),
                Arguments.of(
                        Invariant.REDIRECT, "update golden_record set merged_into = 987654 where state = 'MERGED'"),
                Arguments.of(Invariant.SEARCH_TERMS, "delete from search_term where term = 'DURAND'"),
                Arguments.of(Invariant.SEARCH_TERMS, "delete from search_term where golden_id = " + GOLDEN_OF_CRM1),
                Arguments.of(
                        Invariant.SEARCH_TERMS, "insert into search_term (term, golden_id) values ('DURAND', 987654)"),
                Arguments.of(Invariant.CHANGE_EVENTS, "delete from change_event where golden_id = " + GOLDEN_OF_CRM1),
                Arguments.of(
                        Invariant.CHANGE_EVENTS,
                        "insert into change_event (id, golden_id, golden_version, kind, cause, occurred_at, change_id)"
                                + " select 987654, golden_id, golden_version, kind, cause, occurred_at, change_id"
                                + " from change_event where golden_id = " + GOLDEN_OF_DURAND),
                Arguments.of(Invariant.TASK, "update stewardship_task set golden_id = 987654"),
                Arguments.of(Invariant.TASK_MISSING, "delete from stewardship_task"),
                Arguments.of(Invariant.TASK_MISSING, "update stewardship_task set state = 'OBSOLETE'"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void findsAndMendsDamage(Invariant invariant, String damage) {
        Map<String, String> before = world.results();
        Set<String> members = Set.copyOf(before.keySet());
        var goldenOfAnna = world.goldenOf("crm:1");
        var goldenOfDurand = world.goldenOf("crm:8");
        long facts = facts();
        world.execute(damage);

        ConsistencyReport found = check();
        assertThat(found.counts()).as(found.first().toString()).containsKey(invariant);

        RebuildReport report = rebuild();

        assertThat(report.after().first()).isEmpty();
        assertThat(report.after().isSound()).isTrue();
        assertThat(check().first()).isEmpty();
        assertThat(world.results()).isEqualTo(before);
        assertThat(world.results().keySet()).isEqualTo(members);
        assertThat(world.goldenOf("crm:1")).as("an id is kept").isEqualTo(goldenOfAnna);
        assertThat(world.goldenOf("crm:8")).isEqualTo(goldenOfDurand);
        assertThat(world.hub().stewardship().count(TaskState.OPEN)).isOne();
        assertThat(world.hub().goldenRecords().search("durand", 0, 10).total()).isOne();
        assertThat(facts()).as("facts are never touched").isEqualTo(facts);
    }

    private long facts() {
        return world.count("source_record_version") * 1_000
                + world.count("source_record") * 10
                + world.count("decision");
    }

    @Test
    void mendsAHubWhoseResultsAreAllLost() {
        Map<String, String> before = world.results();
        for (String table : Set.of(
                "standard_record",
                "blocking_key",
                "scored_pair",
                "cross_reference",
                "search_term",
                "stewardship_task")) {
            world.execute("delete from " + table);
        }

        assertThat(rebuild().after().first()).isEmpty();

        assertThat(world.results()).isEqualTo(before);
        assertThat(world.hub().stewardship().count(TaskState.OPEN)).isOne();
    }

    @Test
    void saysWhatCannotBeMended() {
        world.execute("delete from source_record_version where record_id = " + DURAND);

        RebuildReport report = rebuild();

        assertThat(report.after().counts()).containsOnlyKeys(Invariant.FACTS);
        assertThat(report.after().first())
                .singleElement()
                .satisfies(broken -> assertThat(broken.place()).startsWith("record "));
        assertThat(Invariant.FACTS.remedy()).contains("back-up");
    }

    @Test
    void findsAndMendsAClusterThatWasFormedDifferentlyThroughout() {
        Map<String, String> before = world.results();
        long golden = world.goldenOf("erp:5").value();
        // Cross-references, members and versions agree with each other: only clustering tells.
        world.execute("update cross_reference set golden_id = " + golden + " where record_id = " + DURAND);
        world.execute("update golden_record_version set members = '[\"crm:8\",\"erp:5\"]' where golden_id = " + golden);
        world.execute("update golden_record set state = 'RETIRED' where state = 'ACTIVE' and id not in"
                + " (select golden_id from cross_reference)");

        ConsistencyReport found = check();

        assertThat(found.counts()).containsKey(Invariant.CLUSTER).doesNotContainKey(Invariant.MEMBERS);
        assertThat(found.first())
                .filteredOn(broken -> broken.invariant() == Invariant.CLUSTER)
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.golden()).hasValue(golden);
                    assertThat(broken.records()).hasSize(2);
                });
        assertThat(rebuild().after().first()).isEmpty();
        assertThat(world.results()).isEqualTo(before);
    }

    @Test
    void leavesAClusterAsideWhileARecordOfItWaits() {
        world.execute("update cross_reference set golden_id = " + GOLDEN_OF_PAUL + " where record_id = " + DURAND);
        world.land(paul("erp:5", MARCH, "email", "other@example.org"));

        assertThat(check().counts()).doesNotContainKey(Invariant.CLUSTER);
    }

    @Test
    void namesTheRecordWhoseFactsCannotBeRead() {
        world.execute("update source_record_version set raw = '{\"family_name\":[' where record_id = " + DURAND);

        ConsistencyReport report = check();

        assertThat(report.counts()).containsKey(Invariant.FACTS);
        assertThat(report.first())
                .filteredOn(broken -> broken.invariant() == Invariant.FACTS)
                .singleElement()
                .satisfies(broken -> assertThat(broken.place()).startsWith("record "));
    }

    @Test
    void namesPlacesByIdsAlone() {
        world.execute("delete from cross_reference where record_id = " + PAUL);

        assertThat(check().first().toString()).doesNotContain("Martin", "Paul", "martin@example.org");
    }
}
