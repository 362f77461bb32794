package io.goldsmith.mdm.privacy;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static io.goldsmith.mdm.resolution.ResolutionWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is left of an erased person, whatever the database. */
abstract class ErasureContract extends KnownPerson {

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

    @Test
    void theScanFindsAPersonWhoIsThere() {
        zoeEverywhere();

        assertThat(DatabaseScan.find(world.hub().store(), TRACES))
                .contains(
                        "source_record_version.raw",
                        "golden_record_version.attributes",
                        "search_term.term",
                        "consent.proof",
                        "verification.corrections")
                .as("what could not be read is sealed")
                .doesNotContain("quarantine_entry.payload");
        assertThat(world.count("quarantine_entry where payload <> ''")).isEqualTo(1);
    }

    @Test
    void noTableHasAnythingOfAnErasedPersonAndOthersStay() {
        GoldenId zoe = zoeEverywhere();
        GoldenId anna = world.goldenOf("crm:1");

        erase(zoe);

        assertNoTraces();
        assertThat(world.count("quarantine_entry where payload <> ''"))
                .as("nor sealed")
                .isZero();
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
    void whatNobodyCanReadAnyMoreStopsNoErasureAndGoesWithIt() {
        GoldenId zoe = zoeEverywhere();
        world.land(new Delivery.Unreadable("erp", "clients-001.csv:8", "8 columns expected", "E8;QUESNELLE Zoélie"));
        world.execute(
                "update quarantine_entry set payload = 'bm90IHNlYWxlZCBieSB0aGUgaHVi' where origin = 'clients-001.csv:8'");

        erase(zoe);

        assertNoTraces();
        assertThat(world.count("quarantine_entry where payload <> ''")).isZero();
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
}
