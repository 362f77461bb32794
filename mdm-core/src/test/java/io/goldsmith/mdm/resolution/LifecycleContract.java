package io.goldsmith.mdm.resolution;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.PassingTime;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.WrittenValue;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From prospect to customer to inactive, by orders, contacts, what sources say, and time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LifecycleContract {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);
    private static final Instant MAY_IN_THREE_YEARS = Instant.parse("2029-05-10T00:00:00Z");

    private static final String ATTRIBUTE = "    lifecycle: {type: code, values: [prospect, customer, inactive]}\n";

    private ResolutionWorld world;
    private PassingTime time;

    abstract DatabaseSettings database();

    @BeforeAll
    void openWithALifecycle() {
        time = new PassingTime(NOW);
        world = open(database(), "inactive-after: P3Y");
    }

    @BeforeEach
    void nobody() {
        world.empty();
        time.until(NOW);
    }

    private ResolutionWorld open(DatabaseSettings database, String setting) {
        return ResolutionWorld.open(
                database,
                time,
                yaml -> yaml.replace("model:\n  attributes:\n", "model:\n  attributes:\n" + ATTRIBUTE)
                        + "lifecycle: {attribute: lifecycle, " + setting + "}\n");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Delivery.Order order(String key, String customer, LocalDate date) {
        return new Delivery.Order("erp", key, customer, date, new BigDecimal("12.50"), "books");
    }

    private Optional<String> stage(String record) {
        return world.golden(record).attributes().first("lifecycle");
    }

    private Provenance provenance(String record) {
        return world.golden(record).provenance().get("lifecycle");
    }

    private ResolutionSummary evaluate() {
        return world.hub().resolution().evaluateDue();
    }

    private void assertIsConsistent() {
        assertThat(world.hub().consistencyCheck().run(ResolutionProgress.NONE).isSound())
                .isTrue();
    }

    @Test
    void whoNeverOrderedIsAProspectAndWhoDidACustomerThreeYearsFromTheLastContact() {
        world.landAndResolve(
                anna("crm:1", JANUARY),
                paul("erp:2", JANUARY),
                order("o1", "2", MAY),
                order("o0", "2", MAY.minusYears(1)));

        assertThat(stage("crm:1")).contains("prospect");
        assertThat(stage("erp:2")).contains("customer");
        assertThat(provenance("erp:2").rule()).isEqualTo("lifecycle");
        assertThat(provenance("erp:2").record()).isEqualTo(id("erp:2"));
        assertThat(provenance("erp:2").asOf()).isEqualTo(Instant.parse("2026-05-10T00:00:00Z"));
        assertIsConsistent();
    }

    @Test
    void anOrderThatLandsLaterMakesItsCustomerBeEvaluatedAnewAndARepeatDoesNot() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "a@example.org"), anna("erp:1", JANUARY, "email", "a@example.org"));
        assertThat(stage("erp:1")).contains("prospect");

        world.land(order("o1", "1", MAY));
        assertIsConsistent();
        ResolutionSummary evaluated = evaluate();

        assertThat(evaluated.goldenRecordsChanged()).isEqualTo(1);
        assertThat(stage("crm:1")).as("the customer has both records").contains("customer");
        world.land(order("o1", "1", MAY));
        assertThat(evaluate().goldenRecordsChanged()).isZero();
        assertThat(world.count("evaluation_due")).isZero();
        assertIsConsistent();
    }

    @Test
    void anOrderThatMovesToAnotherCustomerIsTakenFromTheFirst() {
        world.landAndResolve(anna("erp:1", JANUARY), paul("erp:2", JANUARY), order("o1", "1", MAY));
        evaluate();

        world.land(order("o1", "2", MAY));
        evaluate();

        assertThat(stage("erp:1")).contains("prospect");
        assertThat(stage("erp:2")).contains("customer");
        assertIsConsistent();
    }

    @Test
    void anOrderMayComeBeforeItsCustomer() {
        world.land(order("o1", "1", MAY));
        evaluate();
        world.landAndResolve(anna("erp:1", JANUARY));

        assertThat(stage("erp:1")).contains("customer");
    }

    @Test
    void whatIsNotResolvedYetKeepsWaiting() {
        world.land(anna("erp:1", JANUARY), order("o1", "1", MAY));
        evaluate();
        assertThat(world.count("evaluation_due"))
                .as("a resolution at work may have missed it")
                .isEqualTo(1);

        world.resolve();
        evaluate();

        assertThat(stage("erp:1")).contains("customer");
        assertThat(world.count("evaluation_due")).isZero();
    }

    @Test
    void aCustomerBecomesInactiveByTimeAloneAndNotTheMomentBefore() {
        world.landAndResolve(anna("erp:1", JANUARY), paul("erp:2", JANUARY), order("o1", "1", MAY));
        evaluate();
        int version = world.golden("erp:1").version();

        time.until(MAY_IN_THREE_YEARS.minus(1, ChronoUnit.MICROS));
        assertThat(evaluate().goldenRecordsChanged()).isZero();
        time.until(MAY_IN_THREE_YEARS);
        assertThat(evaluate().goldenRecordsChanged()).isEqualTo(1);

        assertThat(stage("erp:1")).contains("inactive");
        assertThat(stage("erp:2")).contains("prospect");
        assertThat(world.golden("erp:1").version()).isEqualTo(version + 1);
        assertThat(evaluate().goldenRecordsChanged()).as("once").isZero();
        assertIsConsistent();
    }

    @Test
    void anInactiveCustomerWhoOrdersAgainIsACustomer() {
        world.landAndResolve(anna("erp:1", JANUARY), order("o1", "1", MAY));
        time.until(MAY_IN_THREE_YEARS);
        evaluate();

        world.land(order("o2", "1", LocalDate.of(2029, 6, 1)));
        evaluate();

        assertThat(stage("erp:1")).contains("customer");
        assertIsConsistent();
    }

    @Test
    void aContactPutsInactivityOffAndAnEchoDoesNot() {
        world.landAndResolve(anna("erp:1", JANUARY), order("o1", "1", LocalDate.of(2025, 1, 1)));
        world.landAndResolve(anna("erp:1", MARCH, "town", "Lyon"));
        evaluate();
        time.until(Instant.parse("2028-12-31T00:00:00Z"));
        evaluate();
        assertThat(stage("erp:1")).as("moved to Lyon in March 2026").contains("customer");

        Instant late = Instant.parse("2028-12-01T00:00:00Z");
        world.landAndResolve(anna("crm:1", JANUARY, "street", "1 rue Haute"));
        world.hub()
                .intake()
                .recordWritten(List.of(
                        new WrittenValue(id("erp:1"), "street", List.of("1 rue Haute"), id("crm:1"), 1, JANUARY)));
        world.landAndResolve(anna("erp:1", late, "town", "Lyon", "street", "1 rue Haute"));
        time.until(Instant.parse("2029-03-01T00:00:00Z"));
        evaluate();

        assertThat(stage("erp:1")).as("what the hub wrote is no contact").contains("inactive");
        assertIsConsistent();
    }

    @Test
    void aSourcesWordCountsUntilAnOrderContradictsIt() {
        world.landAndResolve(
                anna("crm:1", MARCH, "lifecycle", "inactive"),
                paul("crm:2", MARCH, "lifecycle", "customer"),
                paul("erp:9", JANUARY, "given_name", "Zoé", "family_name", "Petit", "lifecycle", "prospect"));

        assertThat(stage("crm:1")).contains("inactive");
        assertThat(stage("crm:2")).contains("customer");
        assertThat(provenance("crm:2").rule()).as("the source said so").isEqualTo("most-recent");
        assertThat(stage("erp:9")).contains("prospect");
        world.land(new Delivery.Order("crm", "o1", "1", MAY, BigDecimal.TEN, ""), order("o2", "9", MAY));
        evaluate();

        assertThat(stage("crm:1"))
                .as("she ordered after the account was closed")
                .contains("customer");
        assertThat(provenance("crm:1").losers())
                .extracting(loser -> loser.values().get("lifecycle"))
                .containsExactly(List.of("inactive"));
        assertThat(stage("erp:9")).contains("customer");
        time.until(Instant.parse("2029-03-01T00:00:00Z"));
        evaluate();
        assertThat(stage("crm:2")).as("nobody heard of him for three years").contains("inactive");
        assertIsConsistent();
    }

    @Test
    void aClosedAccountStaysClosedByOrdersBefore() {
        world.landAndResolve(
                new Delivery.Order("crm", "o1", "1", LocalDate.of(2026, 2, 1), BigDecimal.TEN, ""),
                anna("crm:1", MARCH, "lifecycle", "inactive"));

        assertThat(stage("crm:1")).contains("inactive");
    }

    @Test
    void aPinBeatsTheLifecycle() {
        world.landAndResolve(anna("erp:1", JANUARY), order("o1", "1", MAY));
        world.hub()
                .pins()
                .pin(
                        id("erp:1"),
                        "lifecycle",
                        AttributeValues.of(Map.of("lifecycle", List.of("inactive"))),
                        Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
                        "claire",
                        "died");
        assertThat(stage("erp:1")).contains("inactive");
        assertThat(provenance("erp:1").rule()).isEqualTo("pinned");

        time.until(Instant.parse("2027-01-01T00:00:00Z"));
        evaluate();

        assertThat(stage("erp:1")).as("the pin has ended").contains("customer");
        assertIsConsistent();
    }

    @Test
    void ordersFollowMergesAndUnmergesIntoTheLifecycle() {
        world.landAndResolve(anna("crm:1", JANUARY), paul("erp:2", JANUARY), order("o1", "2", MAY));
        world.hub().decisions().merge(id("crm:1"), id("erp:2"), "claire", "");
        assertThat(stage("crm:1")).contains("customer");
        assertThat(world.hub()
                        .goldenRecords()
                        .orders(world.goldenOf("crm:1"))
                        .orElseThrow()
                        .orders())
                .isEqualTo(1);

        world.hub().decisions().unmerge(List.of(id("erp:2")), "claire", "");

        assertThat(stage("crm:1")).contains("prospect");
        assertThat(stage("erp:2")).contains("customer");
        world.landAndResolve(deleted("erp:2", MARCH));
        assertThat(world.hub().goldenRecords().orders(world.goldenOf("crm:1"))).isEmpty();
        assertIsConsistent();
    }

    @Test
    void aBatchDerivesTheSameAndARebuildChangesNothing() {
        Delivery[] deliveries = {
            anna("crm:1", JANUARY),
            paul("erp:2", JANUARY),
            order("o1", "2", MAY),
            anna("erp:3", MARCH, "lifecycle", "customer")
        };
        world.landAndResolve(deliveries);
        evaluate();
        Map<String, String> online = world.results();
        world.empty();

        world.land(deliveries);
        world.resolveBatch();
        evaluate();

        assertThat(world.results()).isEqualTo(online);
        world.hub().rebuild().run(ResolutionProgress.NONE);
        assertThat(world.results()).isEqualTo(online);
        assertIsConsistent();
    }

    @Test
    void anotherPeriodIsARuleChangeThatEvaluatesEverybody() {
        DatabaseSettings database = database();
        try (ResolutionWorld before = open(database, "inactive-after: P3Y")) {
            before.landAndResolve(anna("erp:1", JANUARY), order("o1", "1", LocalDate.of(2025, 1, 1)));
            assertThat(before.golden("erp:1").attributes().first("lifecycle")).contains("customer");
        }
        try (ResolutionWorld after = open(database, "inactive-after: P3M")) {
            assertThat(after.hub().resolution().evaluateDue().goldenRecordsChanged())
                    .as("the batch that replaces the results of the rules before does it")
                    .isZero();

            after.resolve();

            assertThat(after.golden("erp:1").attributes().first("lifecycle")).contains("inactive");
        }
    }

    @Test
    void withoutTheSectionOrdersAreOnlyTakenNoteOf() {
        try (ResolutionWorld plain = ResolutionWorld.open(database())) {
            plain.landAndResolve(anna("erp:1", JANUARY), order("o1", "1", MAY));

            assertThat(plain.hub().resolution().evaluateDue().goldenRecordsChanged())
                    .isZero();

            GoldenRecord golden = plain.golden("erp:1");
            assertThat(golden.attributes().isKnown("lifecycle")).isFalse();
            assertThat(plain.count("evaluation_due")).isZero();
        }
    }
}
