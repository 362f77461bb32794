package io.goldsmith.mdm.privacy;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.reference.EditionLoad;
import io.goldsmith.mdm.reference.ReferenceEntry;
import io.goldsmith.mdm.reference.ReferenceLayout;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentStatus;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LegalBasis;
import io.goldsmith.mdm.source.WrittenValue;
import io.goldsmith.mdm.stewardship.DataQualityTasks;
import io.goldsmith.mdm.stewardship.Decision;
import io.goldsmith.mdm.stewardship.Decisions;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A hub that knows Zoé Quesnel in every way in which it can know a person. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KnownPerson {

    /** What tells who Zoé Quesnel is, as it may stand in some column; keys of her records too. */
    static final List<String> TRACES = List.of(
            "quesnel",
            "zoé",
            "zoe",
            "1979-11-23",
            "zq@example.org",
            "old-zq@example.org",
            "0611223344",
            "611223344",
            "17 allée des tilleuls",
            "17 allee des tilleuls",
            "17 allée des tilleulles",
            "zk-1",
            "zk-2",
            "zk-3",
            "zorder");

    ResolutionWorld world;
    Privacy privacy;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database(), "verification: {address: {}}\n");
        privacy = world.hub().privacy();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void empty() {
        world.empty();
    }

    static Delivery.RecordVersion zoe(String id, Instant timestamp, String email) {
        return person(
                id,
                timestamp,
                "given_name",
                "Zoé",
                "family_name",
                "Quesnel",
                "birth_date",
                "1979-11-23",
                "street",
                "17 allée des Tilleuls",
                "postcode",
                "35000",
                "town",
                "Rennes",
                "phone",
                "+33 6 11 22 33 44",
                "email",
                email);
    }

    /** In two systems, with a past e-mail, and with everything else that rows can say of a person. */
    GoldenId zoeEverywhere() {
        world.landAndResolve(
                zoe("crm:zk-1", JANUARY, "old-zq@example.org"),
                zoe("accounting:zk-2", JANUARY, "zq@example.org"),
                anna("crm:1", JANUARY, "email", "anna@example.org"));
        world.landAndResolve(
                zoe("crm:zk-1", MARCH, "zq@example.org"),
                new Delivery.Order(
                        "accounting", "zorder-1", "zk-2", LocalDate.of(2025, 5, 5), new BigDecimal("12.50"), "books"),
                new Delivery.Relation("crm", "household", "zk-1", "1", "friend", JANUARY),
                new Delivery.Consent(
                        "crm",
                        "zk-1",
                        "marketing",
                        Channel.EMAIL,
                        ConsentStatus.GRANTED,
                        LegalBasis.CONSENT,
                        "2025-1",
                        "form of zq@example.org",
                        JANUARY,
                        Optional.empty()),
                new Delivery.Unreadable("erp", "clients-001.csv:7", "8 columns expected", "E7;QUESNEL Zoé;0611223344"));
        world.hub()
                .intake()
                .recordWritten(List.of(new WrittenValue(
                        id("accounting:zk-2"), "email", List.of("zq@example.org"), id("crm:zk-1"), 2, MARCH)));
        assertThat(world.goldenOf("crm:zk-1")).isEqualTo(world.goldenOf("accounting:zk-2"));
        GoldenId zoe = world.goldenOf("crm:zk-1");
        stewardsSpeakOf(zoe);
        referenceDataSpeakOf(zoe);
        return zoe;
    }

    /** The edition is public and of nobody; that her address was looked up in it, and what it should be, is hers. */
    private void referenceDataSpeakOf(GoldenId zoe) {
        try (EditionLoad load = world.hub()
                .referenceData()
                .begin("ban/adresses-35", ReferenceLayout.ADDRESSES, LocalDate.of(2026, 5, 1))) {
            load.add(List.of(new ReferenceEntry.Address("35_1", "17", "", "Allée des Tilleulles", "35000", "Rennes")));
            load.complete();
        }
        world.hub().verification().verifyDue();
        world.hub().resolution().evaluateDue();
        assertThat(world.golden("crm:zk-1").id()).isEqualTo(zoe);
        assertThat(world.count("verification where corrections like '%17 Allée des Tilleulles%'"))
                .isPositive();
    }

    /** A decision and one that was taken back, a pin, and comments on tasks, all of which name her. */
    private void stewardsSpeakOf(GoldenId zoe) {
        Decisions decisions = world.hub().decisions();
        decisions.merge(id("crm:zk-1"), id("accounting:zk-2"), "sam", "Zoé Quesnel in both");
        Decision parted = decisions.notDuplicate(id("crm:zk-1"), id("crm:1"), "sam", "Anna is not Zoé Quesnel");
        decisions.undo(parted.id(), "sam");
        world.hub()
                .pins()
                .pin(
                        id("crm:zk-1"),
                        "given_name",
                        AttributeValues.of(Map.of("given_name", List.of("Zoé"))),
                        Optional.empty(),
                        "sam",
                        "Quesnel spells it so");
        world.hub().store().inTransaction(transaction -> {
            new DataQualityTasks(world.hub().store()).open(transaction, "zk-1 looks odd", zoe.value(), "see zk-1");
            return null;
        });
        for (Task task : world.hub().stewardship().tasksOf(zoe)) {
            world.hub().tasks().comment(task.id(), "sam", "asked Zoé Quesnel by zq@example.org");
        }
    }

    List<ErasureReceipt> erase(GoldenId id) {
        PrivacyRequest request = privacy.requests().receive(RequestKind.ERASURE, id, "claire");
        request = privacy.requests().verify(request.id(), request.revision(), Verification.CALL_BACK, "claire");
        return privacy.requests().fulfil(request.id(), request.revision(), "claire");
    }

    void assertNoTraces() {
        assertThat(DatabaseScan.find(world.hub().store(), TRACES)).isEmpty();
    }

    QuarantineEntry waiting() {
        return world.hub().quarantine().waiting(0, 10).stream()
                .filter(entry -> entry.origin().equals("zk-3"))
                .findFirst()
                .orElseThrow();
    }
}
