package io.goldsmith.mdm.golden;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static io.goldsmith.mdm.resolution.ResolutionWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
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

/** Relations and orders name source records, and go wherever these go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RelationsContract {

    private static final String SIREN = "552100554";
    private static final String MAIL = "martin@example.org";

    private ResolutionWorld world;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(
                database(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                yaml -> yaml.replace(
                        "model:\n  attributes:\n",
                        "model:\n  attributes:\n    siret: {type: identifier, part: siret}\n"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void nobody() {
        world.empty();
    }

    private static Delivery.Relation contact(String from, String to, String role) {
        return new Delivery.Relation("crm", "contact", from, to, role, MARCH);
    }

    private static Delivery.RecordVersion company(String id, String name) {
        return person(id, JANUARY, "family_name", name);
    }

    private List<RelatedGoldenRecord> relations(String record) {
        return relations(world.goldenOf(record));
    }

    private List<RelatedGoldenRecord> relations(GoldenId golden) {
        return world.hub().goldenRecords().relations(golden, 0, 200);
    }

    private List<GoldenId> others(String record) {
        return relations(record).stream().map(RelatedGoldenRecord::other).toList();
    }

    @Test
    void aRelationIsReadFromBothEndsWithItsSource() {
        world.landAndResolve(company("crm:A", "Garnier"), anna("crm:1", JANUARY), contact("A", "1", "buyer"));

        RelatedGoldenRecord outgoing = relations("crm:A").get(0);

        assertThat(outgoing.kind()).isEqualTo("contact");
        assertThat(outgoing.role()).isEqualTo("buyer");
        assertThat(outgoing.outgoing()).isTrue();
        assertThat(outgoing.other()).isEqualTo(world.goldenOf("crm:1"));
        assertThat(outgoing.provenance())
                .isEqualTo(new RelatedGoldenRecord.Provenance(id("crm:A"), id("crm:1"), MARCH));
        RelatedGoldenRecord incoming = relations("crm:1").get(0);
        assertThat(incoming.outgoing()).isFalse();
        assertThat(incoming.other()).isEqualTo(world.goldenOf("crm:A"));
        assertThat(incoming.provenance()).isEqualTo(outgoing.provenance());
    }

    @Test
    void aRelationNeverCausesAMerge() {
        world.landAndResolve(
                anna("crm:1", JANUARY),
                paul("crm:2", JANUARY),
                new Delivery.Relation("crm", "household", "1", "2", "", MARCH),
                new Delivery.Relation("crm", "group", "1", "2", "", MARCH),
                contact("1", "2", ""));

        assertThat(world.goldenOf("crm:1")).isNotEqualTo(world.goldenOf("crm:2"));
        assertThat(world.count("stewardship_task")).isZero();
        assertThat(relations("crm:1"))
                .extracting(RelatedGoldenRecord::kind)
                .containsExactly("contact", "group", "household");
    }

    @Test
    void relationsAndOrdersFollowAMergeItsRedirectAndAnUnmerge() {
        world.landAndResolve(
                company("crm:A", "Garnier"),
                anna("crm:1", JANUARY),
                paul("erp:2", JANUARY),
                contact("A", "1", "buyer"),
                order("crm", "o1", "1", "10.00", LocalDate.of(2026, 1, 5)),
                order("erp", "o2", "2", "2.50", LocalDate.of(2026, 2, 5)));
        GoldenId ofAnna = world.goldenOf("crm:1");
        GoldenId ofPaul = world.goldenOf("erp:2");

        world.hub().decisions().merge(id("crm:1"), id("erp:2"), "claire", "");

        GoldenId merged = world.goldenOf("crm:1");
        assertThat(others("crm:A")).containsExactly(merged);
        assertThat(relations(ofAnna)).isEqualTo(relations(ofPaul)).hasSize(1);
        assertThat(world.hub().goldenRecords().orders(ofPaul))
                .contains(new OrderHistory(merged, LocalDate.of(2026, 2, 5), 2, new BigDecimal("12.50")));

        world.hub().decisions().unmerge(List.of(id("erp:2")), "claire", "");

        assertThat(others("crm:A")).containsExactly(world.goldenOf("crm:1"));
        assertThat(relations("erp:2")).isEmpty();
        assertThat(world.hub().goldenRecords().orders(world.goldenOf("erp:2")))
                .contains(
                        new OrderHistory(world.goldenOf("erp:2"), LocalDate.of(2026, 2, 5), 1, new BigDecimal("2.50")));
    }

    @Test
    void whatTwoSourcesSayIsShownForEachAfterTheirRecordsMerged() {
        world.landAndResolve(
                company("crm:A", "Garnier"),
                company("erp:B", "Garnier"),
                anna("crm:1", JANUARY),
                anna("erp:1", JANUARY),
                contact("A", "1", "buyer"),
                new Delivery.Relation("erp", "contact", "B", "1", "payer", MARCH));
        world.hub().decisions().merge(id("crm:A"), id("erp:B"), "claire", "");

        assertThat(relations("crm:A"))
                .extracting(relation -> relation.provenance().from().source() + " " + relation.role())
                .containsExactly("crm buyer", "erp payer");
    }

    @Test
    void aRelationInsideOneGoldenRecordHidesUntilItIsParted() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", MAIL),
                anna("crm:2", JANUARY, "email", MAIL),
                contact("1", "2", "self"));
        assertThat(world.goldenOf("crm:1")).isEqualTo(world.goldenOf("crm:2"));
        assertThat(relations("crm:1")).isEmpty();

        world.hub().decisions().unlink(id("crm:2"), "claire", "");

        assertThat(others("crm:1")).containsExactly(world.goldenOf("crm:2"));
    }

    @Test
    void anEndMayArriveLateGoAndComeBack() {
        world.landAndResolve(company("crm:A", "Garnier"), contact("A", "1", "buyer"));
        assertThat(relations("crm:A")).isEmpty();

        world.landAndResolve(anna("crm:1", JANUARY));
        assertThat(others("crm:A")).containsExactly(world.goldenOf("crm:1"));

        world.landAndResolve(deleted("crm:1", MARCH));
        assertThat(relations("crm:A")).isEmpty();

        world.landAndResolve(anna("crm:1", MARCH.plusSeconds(1)));
        assertThat(others("crm:A")).containsExactly(world.goldenOf("crm:1"));
    }

    @Test
    void aRelationHoldsFromAndUntil() {
        Delivery.Relation ended = new Delivery.Relation(
                "crm", "contact", "A", "1", "buyer", MARCH, Optional.of(JANUARY), Optional.of(MARCH));
        world.landAndResolve(company("crm:A", "Garnier"), anna("crm:1", JANUARY), contact("A", "1", "buyer"));

        LandingCounts landed = world.hub().intake().land(1, List.of(ended));
        LandingCounts repeated = world.hub().intake().land(1, List.of(ended));

        assertThat(landed).as("an end is news").isEqualTo(new LandingCounts(1, 0, 0, 0));
        assertThat(repeated).isEqualTo(new LandingCounts(0, 1, 0, 0));
        RelatedGoldenRecord relation = relations("crm:A").get(0);
        assertThat(relation.validFrom()).contains(JANUARY);
        assertThat(relation.validUntil()).contains(MARCH);
        assertThat(relation.holdsAt(JANUARY)).isTrue();
        assertThat(relation.holdsAt(MARCH.minusNanos(1))).isTrue();
        assertThat(relation.holdsAt(MARCH)).isFalse();
        assertThat(relation.holdsAt(JANUARY.minusNanos(1))).isFalse();
    }

    @Test
    void aRelationThatEndsBeforeItBeginsWaitsInQuarantine() {
        Instant end = JANUARY.minusSeconds(1);
        Delivery backward = new Delivery.Relation(
                "crm", "contact", "A", "1", "buyer", MARCH, Optional.of(JANUARY), Optional.of(end));

        assertThat(world.hub().intake().land(1, List.of(backward))).isEqualTo(new LandingCounts(0, 0, 0, 1));
    }

    @Test
    void aGroupIsReadPageByPage() {
        List<Delivery> deliveries = new ArrayList<>(List.of(company("crm:G", "Groupe")));
        for (int i = 0; i < 25; i++) {
            deliveries.add(company("crm:M" + i, "Membre" + i));
            deliveries.add(new Delivery.Relation("crm", "group", "G", "M" + i, "", MARCH));
        }
        world.landAndResolve(deliveries.toArray(Delivery[]::new));
        GoldenId group = world.goldenOf("crm:G");
        List<RelatedGoldenRecord> read = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            read.addAll(world.hub().goldenRecords().relations(group, page, 10));
        }

        assertThat(read).isEqualTo(relations(group)).hasSize(25).doesNotHaveDuplicates();
        assertThatThrownBy(() -> world.hub().goldenRecords().relations(group, 0, 201))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSiretOfAnEstablishmentLeadsToItsLegalUnitAndBack() {
        world.landAndResolve(
                person("crm:U", JANUARY, "family_name", "Peugeot", "siren", SIREN),
                person("crm:E1", JANUARY, "family_name", "Poissy", "siret", "552 100 554 00021"),
                person("crm:E2", JANUARY, "family_name", "Sochaux", "siret", SIREN + "00047"),
                person("crm:X", JANUARY, "family_name", "Renault", "siret", "78046015000011"),
                company("crm:" + SIREN, "whose source key looks like a SIREN"));
        GoldenId unit = world.goldenOf("crm:U");

        assertThat(world.hub().establishments().of(unit))
                .containsExactly(
                        new Establishment(unit, world.goldenOf("crm:E1")),
                        new Establishment(unit, world.goldenOf("crm:E2")));
        assertThat(world.hub().establishments().of(world.goldenOf("crm:E2")))
                .containsExactly(new Establishment(unit, world.goldenOf("crm:E2")));
        assertThat(world.hub().establishments().of(world.goldenOf("crm:X"))).isEmpty();

        GoldenId moved = world.goldenOf("crm:E1");
        world.hub().decisions().merge(id("crm:E1"), id("crm:E2"), "claire", "closed and moved");
        assertThat(world.hub().establishments().of(unit)).hasSize(1);
        assertThat(world.hub().establishments().of(moved))
                .isEqualTo(world.hub().establishments().of(unit));
    }

    private static Delivery.Order order(String source, String key, String customer, String amount, LocalDate date) {
        return new Delivery.Order(source, key, customer, date, new BigDecimal(amount), "books");
    }
}
