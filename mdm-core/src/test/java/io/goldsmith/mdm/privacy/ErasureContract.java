package io.goldsmith.mdm.privacy;

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

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentStatus;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import io.goldsmith.mdm.source.LegalBasis;
import io.goldsmith.mdm.source.WrittenValue;
import io.goldsmith.mdm.stewardship.DataQualityTasks;
import io.goldsmith.mdm.stewardship.Decision;
import io.goldsmith.mdm.stewardship.Decisions;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is left of an erased person, and how the person does not come back, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ErasureContract {

    /** What tells who Zoé Quesnel is, as it may stand in some column; keys of her records too. */
    private static final List<String> TRACES = List.of(
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
            "zk-1",
            "zk-2",
            "zk-3",
            "zorder");

    private ResolutionWorld world;
    private Privacy privacy;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database());
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

    private static Delivery.RecordVersion zoe(String id, Instant timestamp, String email) {
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
                "phone",
                "+33 6 11 22 33 44",
                "email",
                email);
    }

    /** In two systems, with a past e-mail, and with everything else that rows can say of a person. */
    private GoldenId zoeEverywhere() {
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
        return zoe;
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

    /** The person's decisions stand no more, and say nothing. */
    @Test
    void whatStewardsWroteOfAPersonGoesWithIt() {
        GoldenId zoe = zoeEverywhere();
        assertThat(DatabaseScan.find(world.hub().store(), TRACES))
                .contains("decision.comment_text", "pin.raw", "task_comment.content", "stewardship_task.subject");
        PrivacyRequest request = privacy.requests().receive(RequestKind.ERASURE, zoe, "claire");
        Task asked = world.hub()
                .stewardship()
                .queue(TaskState.OPEN, Optional.of(TaskKind.PRIVACY_REQUEST), 0, 10)
                .get(0);
        world.hub().tasks().comment(asked.id(), "claire", "Zoé Quesnel called");
        request = privacy.requests().verify(request.id(), request.revision(), Verification.CALL_BACK, "claire");

        privacy.requests().fulfil(request.id(), request.revision(), "claire");

        assertNoTraces();
        assertThat(world.count("decision where undone_at is null")).isZero();
    }

    private List<ErasureReceipt> erase(GoldenId id) {
        PrivacyRequest request = privacy.requests().receive(RequestKind.ERASURE, id, "claire");
        request = privacy.requests().verify(request.id(), request.revision(), Verification.CALL_BACK, "claire");
        return privacy.requests().fulfil(request.id(), request.revision(), "claire");
    }

    private void assertNoTraces() {
        assertThat(DatabaseScan.find(world.hub().store(), TRACES)).isEmpty();
    }

    @Test
    void theScanFindsAPersonWhoIsThere() {
        zoeEverywhere();

        assertThat(DatabaseScan.find(world.hub().store(), TRACES))
                .contains(
                        "source_record_version.raw",
                        "golden_record_version.attributes",
                        "search_term.term",
                        "quarantine_entry.payload",
                        "consent.proof");
    }

    @Test
    void noTableHasAnythingOfAnErasedPersonAndOthersStay() {
        GoldenId zoe = zoeEverywhere();
        GoldenId anna = world.goldenOf("crm:1");

        erase(zoe);

        assertNoTraces();
        assertThat(world.hub().goldenRecords().find(zoe)).isEmpty();
        assertThat(world.hub().goldenRecords().find(anna)).isPresent();
        assertThat(world.count("golden_record where state = 'ERASED'")).isEqualTo(1);
        assertThat(world.count("source_record where state = 'ERASED'")).isEqualTo(2);
        assertThat(world.count("customer_order"))
                .as("the turnover stays, of nobody")
                .isEqualTo(1);
        world.hub().outbox().relay();
        assertThat(world.hub().outbox().after(0, 100))
                .filteredOn(event -> event.kind() == ChangeEvent.Kind.ERASED)
                .extracting(ChangeEvent::goldenId)
                .containsExactly(zoe);
        assertThatThrownBy(() -> erase(zoe)).isInstanceOf(MdmException.class);
    }

    @Test
    void theReceiptsSayWhatEachSystemHasToDo() {
        List<ErasureReceipt> receipts = erase(zoeEverywhere());

        assertThat(receipts).extracting(ErasureReceipt::system).containsExactly("accounting", "crm", "data-warehouse");
        ErasureReceipt accounting = receipts.get(0);
        assertThat(accounting.sourceKeys()).containsExactly("zk-2");
        assertThat(accounting.ground()).contains("invoices, commercial code L123-22");
        assertThat(accounting.keepUntil()).as("ten years from the last order").contains(LocalDate.of(2035, 5, 5));
        assertThat(receipts.get(1).ground()).isEmpty();
        privacy.confirmReceipt(accounting.erasureId(), "crm", "claire");
        assertThat(privacy.receipts(accounting.erasureId()))
                .filteredOn(receipt -> receipt.confirmedAt().isPresent())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.sourceKeys()).isEmpty());
        assertThatThrownBy(() -> privacy.confirmReceipt(accounting.erasureId(), "crm", "claire"))
                .isInstanceOf(MdmException.class);
    }

    @Test
    void reloadingTheSourceDoesNotBringThePersonBackAndTheReportSaysWhy() {
        erase(zoeEverywhere());

        LandingCounts counts = world.hub()
                .intake()
                .land(
                        2,
                        List.of(
                                zoe("crm:zk-1", NOW, "zq@example.org"),
                                new Delivery.Order(
                                        "accounting",
                                        "zorder-2",
                                        "zk-2",
                                        LocalDate.of(2026, 1, 1),
                                        BigDecimal.TEN,
                                        "books"),
                                new Delivery.Order(
                                        "accounting",
                                        "zorder-3",
                                        "zk-2",
                                        LocalDate.of(2026, 1, 1),
                                        BigDecimal.TEN,
                                        "a category that is too long".repeat(9)),
                                anna("crm:1", MARCH, "town", "Lyon")));
        world.resolve();

        assertThat(counts).isEqualTo(new LandingCounts(1, 0, 0, 0, 3));
        assertNoTraces();
        assertThat(privacy.report(id("crm:zk-1"))).hasValueSatisfying(report -> {
            assertThat(report.cause()).isEqualTo(ErasureCause.REQUEST);
            assertThat(report.hits()).isEqualTo(1);
            assertThat(report.lastHit()).isPresent();
        });
        assertThat(privacy.report(id("crm:1"))).isEmpty();
    }

    @Test
    void fromAnotherSystemThePersonWaitsForTheOfficerWhoConfirms() {
        erase(zoeEverywhere());

        world.landAndResolve(person("erp:zk-3", NOW, "family_name", "Q.", "email", "ZQ@example.org"));

        QuarantineEntry entry = waiting();
        assertThat(entry.reasons())
                .singleElement()
                .asString()
                .startsWith("suppression-list: record has an e-mail of a person who was erased")
                .doesNotContainIgnoringCase("zq@");
        assertThat(world.hub().quarantine().replay(entry.id()))
                .as("a replay does not get round the list")
                .isFalse();

        privacy.confirmErasure(entry.id(), "claire");

        assertNoTraces();
        assertThat(world.hub().quarantine().countWaiting()).isZero();
        assertThat(world.hub()
                        .intake()
                        .land(3, List.of(zoe("erp:zk-3", NOW, "zq@example.org")))
                        .suppressed())
                .isEqualTo(1);
    }

    @Test
    void aPastEmailAPhoneOrNameAndBirthDateAreRecognisedToo() {
        erase(zoeEverywhere());

        world.landAndResolve(
                person("erp:a", NOW, "email", "old-zq@example.org"),
                person("erp:b", NOW, "phone", "06 11 22 33 44"),
                person("erp:c", NOW, "given_name", "ZOE", "family_name", "QUESNEL", "birth_date", "1979-11-23"),
                person("erp:d", NOW, "given_name", "ZOE", "family_name", "QUESNEL"));

        assertThat(world.hub().quarantine().waiting(0, 10))
                .extracting(QuarantineEntry::origin)
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whoComesBackOfTheirOwnWillIsAdmitted() {
        erase(zoeEverywhere());
        world.landAndResolve(zoe("erp:zk-3", NOW, "zq@example.org"));

        assertThat(privacy.admit(waiting().id(), AdmissionGround.CAME_BACK, "claire"))
                .isTrue();
        world.resolve();

        assertThat(world.golden("erp:zk-3").attributes().all("email")).containsExactly("zq@example.org");
        assertThat(privacy.report(id("crm:zk-1")))
                .as("the old key stays suppressed")
                .isPresent();
        assertThat(privacy.admit(id("crm:zk-1"), AdmissionGround.CAME_BACK, "claire"))
                .isTrue();
        world.landAndResolve(zoe("crm:zk-1", NOW, "zq@example.org"));
        assertThat(world.goldenOf("crm:zk-1")).isEqualTo(world.goldenOf("erp:zk-3"));
    }

    @Test
    void pastVersionsThatAPersonSharedWithAnotherCustomerAreErasedToo() {
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "zq@example.org"),
                paul("erp:zk-3", JANUARY, "email", "zq@example.org"));
        Task task = world.hub()
                .stewardship()
                .queue(TaskState.OPEN, Optional.empty(), 0, 10)
                .get(0);
        world.hub().stewardship().accept(task.id(), task.revision(), "claire", "zoe quesnel, says zq@example.org");
        GoldenId together = world.goldenOf("crm:1");
        long decision = world.hub().stewardship().decisionsOf(together).get(0).id();
        world.landAndResolve(
                person("erp:zk-3", MARCH, "given_name", "Zoé", "family_name", "Quesnel", "email", "zq@example.org"));
        world.hub().stewardship().undo(decision, "claire");
        world.landAndResolve(anna("crm:1", MARCH.plusSeconds(9), "email", "anna@example.org"));
        assertThat(world.goldenOf("erp:zk-3")).isNotEqualTo(world.goldenOf("crm:1"));

        erase(world.goldenOf("erp:zk-3"));

        assertThat(DatabaseScan.find(world.hub().store(), List.of("quesnel", "zoé", "zk-3")))
                .isEmpty();
        assertThat(world.golden("crm:1").attributes().all("email")).containsExactly("anna@example.org");
    }

    @Test
    void aRecordThatItsSourceDeletedIsErasedWithItsCustomer() {
        GoldenId zoe = zoeEverywhere();
        world.landAndResolve(deleted("crm:zk-1", NOW));
        assertThat(world.count("source_record_version where raw like '%Quesnel%'"))
                .isPositive();

        erase(zoe);

        assertNoTraces();
    }

    @Test
    void withoutTheSuppressionKeyAHubWithErasedPersonsDoesNotOpen() {
        erase(zoeEverywhere());
        var configuration = world.hub().configuration();

        assertThatThrownBy(() -> Privacy.suppression(
                        world.hub().store(),
                        configuration.entityModel(),
                        world.hub().matching(),
                        PrivacySettings.defaults()))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("privacy.suppression-key");
    }

    @Test
    void retentionErasesProspectsWithoutContactForThreeYears() {
        Instant longAgo = NOW.minus(Duration.ofDays(4 * 366));
        world.landAndResolve(
                zoe("crm:zk-1", longAgo, "zq@example.org"),
                anna("crm:1", longAgo),
                paul("erp:1", NOW.minus(Duration.ofDays(100))),
                new Delivery.Order("crm", "O1", "1", LocalDate.of(2022, 6, 1), BigDecimal.ONE, "books"));

        List<RetentionCandidate> due = privacy.retention().due(0, 100);

        assertThat(due).singleElement().satisfies(candidate -> {
            assertThat(candidate.id()).isEqualTo(world.goldenOf("crm:zk-1"));
            assertThat(candidate.lastContact()).isEqualTo(longAgo);
            assertThat(candidate.rule()).isEqualTo("prospect, 3 years");
        });
        assertThat(world.count("golden_record where state = 'ERASED'"))
                .as("a dry run erases nobody")
                .isZero();
        assertThat(privacy.retention().run(100, "claire")).isEqualTo(due);
        assertThat(privacy.retention().run(100, "claire")).isEmpty();
        assertNoTraces();
        assertThat(world.hub().goldenRecords().count()).isEqualTo(2);
    }

    @Test
    void aMergedIdLeadsToItsSurvivorAndBothAreErased() {
        world.landAndResolve(
                anna("crm:zk-1", JANUARY, "email", "zq@example.org"),
                paul("erp:zk-3", JANUARY, "email", "zq@example.org"));
        GoldenId first = world.goldenOf("crm:zk-1");
        GoldenId second = world.goldenOf("erp:zk-3");
        Task task = world.hub()
                .stewardship()
                .queue(TaskState.OPEN, Optional.empty(), 0, 10)
                .get(0);
        world.hub().stewardship().accept(task.id(), task.revision(), "claire", "");
        GoldenId merged = world.goldenOf("crm:zk-1").equals(first) ? second : first;

        erase(merged);

        assertThat(DatabaseScan.find(world.hub().store(), List.of("zq@", "zk-1", "zk-3", "martin")))
                .isEmpty();
        assertThat(world.hub().goldenRecords().find(first)).isEmpty();
        assertThat(world.hub().goldenRecords().find(second)).isEmpty();
    }

    @Test
    void otherLinesThatCouldNotBeReadStay() {
        GoldenId zoe = zoeEverywhere();
        world.land(new Delivery.Unreadable("erp", "clients-001.csv:8", "8 columns expected", "E8;QUESNELLE Zoélie"));

        erase(zoe);

        assertThat(world.hub().quarantine().waiting(0, 10))
                .extracting(QuarantineEntry::origin)
                .containsExactly("clients-001.csv:8");
    }

    @Test
    void aSourceThatGoesOnDeliveringBesideAnErasureLeavesNothing() throws Exception {
        GoldenId zoe = zoeEverywhere();
        CountDownLatch delivering = new CountDownLatch(5);
        ExecutorService source = Executors.newSingleThreadExecutor();
        try {
            Future<Long> suppressed = source.submit(() -> {
                long count = 0;
                for (int second = 0; count < 5; second++) {
                    Delivery.RecordVersion version =
                            zoe("crm:zk-1", MARCH.plusSeconds(second), "zq" + second + "@example.org");
                    count += world.hub().intake().land(3, List.of(version)).suppressed();
                    delivering.countDown();
                }
                return count;
            });
            delivering.await();

            erase(zoe);

            assertThat(suppressed.get()).isEqualTo(5);
        } finally {
            source.shutdownNow();
        }
        assertNoTraces();
    }

    @Test
    void anErasureReachesTheTablesOfOtherModules() {
        GoldenId zoe = zoeEverywhere();
        AtomicReference<Map<Long, String>> seen = new AtomicReference<>(Map.of());
        privacy.erasesFrom((transaction, goldenIds, records) -> {
            if (goldenIds.contains(zoe.value())) {
                seen.set(Map.of(zoe.value(), records.get(0).id().key()));
            }
        });

        erase(zoe);

        assertThat(seen.get()).containsEntry(zoe.value(), "zk-1");
    }

    private QuarantineEntry waiting() {
        return world.hub().quarantine().waiting(0, 10).stream()
                .filter(entry -> entry.origin().equals("zk-3"))
                .findFirst()
                .orElseThrow();
    }
}
