package io.goldsmith.mdm.privacy;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentStatus;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import io.goldsmith.mdm.source.LegalBasis;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the rights of a person other than erasure are served, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PrivacyContract {

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
    void annaAndPaulWithOneEmail() {
        world.empty();
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org", "street", "<script>alert(1)</script>"),
                paul("erp:1", JANUARY, "email", "martin@example.org"));
    }

    private static Delivery.Consent marketing(String system, String key, ConsentStatus status, Instant decidedAt) {
        return new Delivery.Consent(
                system,
                key,
                "marketing",
                Channel.EMAIL,
                status,
                LegalBasis.CONSENT,
                "2025-1",
                "web form",
                decidedAt,
                Optional.empty());
    }

    private boolean mayMail(String record) {
        return privacy.mayServe(world.goldenOf(record), "marketing", Channel.EMAIL, NOW);
    }

    private PrivacyRequest verified(RequestKind kind, GoldenId id) {
        PrivacyRequest request = privacy.requests().receive(kind, id, "claire");
        return privacy.requests().verify(request.id(), request.revision(), Verification.IN_PERSON, "paula");
    }

    @Test
    void aRepeatedFactAboutConsentLandsOnce() {
        Delivery.Consent granted = marketing("crm", "1", ConsentStatus.GRANTED, JANUARY);

        assertThat(world.hub().intake().land(1, List.of(granted))).isEqualTo(new LandingCounts(1, 0, 0, 0));
        assertThat(world.hub().intake().land(2, List.of(granted, granted))).isEqualTo(new LandingCounts(0, 2, 0, 0));
        assertThat(privacy.consents(world.goldenOf("crm:1"))).hasSize(1);
    }

    @Test
    void aFactThatTheTablesCannotHoldWaitsInQuarantine() {
        Delivery.Consent odd = new Delivery.Consent(
                "crm",
                "1",
                "Marketing!",
                Channel.ANY,
                ConsentStatus.GRANTED,
                LegalBasis.CONSENT,
                "",
                "",
                JANUARY,
                Optional.empty());

        assertThat(world.hub().intake().land(1, List.of(odd))).isEqualTo(new LandingCounts(0, 0, 0, 1));
    }

    @Test
    void marketingNeedsAGrantAndOtherPurposesASource() {
        assertThat(mayMail("crm:1")).isFalse();
        assertThat(privacy.mayServe(world.goldenOf("crm:1"), "operations", Channel.POST, NOW))
                .isTrue();
        assertThat(privacy.mayServe(world.goldenOf("crm:1"), "research", Channel.POST, NOW))
                .isFalse();

        world.land(marketing("crm", "1", ConsentStatus.GRANTED, JANUARY));

        assertThat(mayMail("crm:1")).isTrue();
        assertThat(privacy.mayServe(world.goldenOf("crm:1"), "marketing", Channel.PHONE, NOW))
                .isFalse();
    }

    @Test
    void consentFollowsMergesAndIsAsItWasAfterAnUnmerge() {
        world.land(
                marketing("crm", "1", ConsentStatus.GRANTED, JANUARY),
                marketing("erp", "1", ConsentStatus.WITHDRAWN, MARCH));
        assertThat(mayMail("crm:1")).isTrue();
        assertThat(mayMail("erp:1")).isFalse();

        Task task = world.hub()
                .stewardship()
                .queue(TaskState.OPEN, Optional.of(TaskKind.POSSIBLE_DUPLICATE), 0, 10)
                .get(0);
        world.hub().stewardship().accept(task.id(), task.revision(), "claire", "");
        assertThat(mayMail("crm:1")).as("the withdrawal is of the same person").isFalse();

        long decision = world.hub()
                .stewardship()
                .decisionsOf(world.goldenOf("crm:1"))
                .get(0)
                .id();
        world.hub().stewardship().undo(decision, "claire");
        assertThat(mayMail("crm:1")).isTrue();
        assertThat(mayMail("erp:1")).isFalse();
    }

    @Test
    void whatAPersonSaysToSomebodyCountsAsFirstHand() {
        world.land(marketing("crm", "1", ConsentStatus.GRANTED, JANUARY));

        privacy.record(marketing("crm", "1", ConsentStatus.OBJECTED, MARCH), "claire");

        assertThat(mayMail("crm:1")).isFalse();
        assertThat(privacy.consents(world.goldenOf("crm:1")).get(0).recordedBy())
                .contains("claire");
    }

    @Test
    void aRequestHasAMonthIsExtendedOnceAndIsATaskUntilItIsAnswered() {
        PrivacyRequest request = privacy.requests().receive(RequestKind.ACCESS, world.goldenOf("crm:1"), "claire");
        assertThat(request.dueAt()).isEqualTo(Instant.parse("2026-07-01T12:00:00Z"));
        assertThat(openTasks()).hasSize(1);

        PrivacyRequest extended = privacy.requests().extend(request.id(), request.revision(), "many records", "claire");
        assertThat(extended.dueAt()).isEqualTo(Instant.parse("2026-09-01T12:00:00Z"));
        assertThatThrownBy(() -> privacy.requests().extend(extended.id(), extended.revision(), "still many", "claire"))
                .isInstanceOf(StaleRequestException.class);
        assertThatThrownBy(() -> privacy.requests().fulfil(extended.id(), extended.revision(), "claire"))
                .as("nobody knows yet who asks")
                .isInstanceOf(StaleRequestException.class)
                .hasMessageContaining("VERIFIED");
        assertThatThrownBy(() -> privacy.requests().refuse(request.id(), request.revision(), "late", "claire"))
                .as("an old revision")
                .isInstanceOf(StaleRequestException.class);

        PrivacyRequest sure =
                privacy.requests().verify(extended.id(), extended.revision(), Verification.CUSTOMER_ACCOUNT, "paula");
        privacy.requests().fulfil(sure.id(), sure.revision(), "claire");

        assertThat(openTasks()).isEmpty();
        assertThat(privacy.requests().find(request.id()).orElseThrow().state()).isEqualTo(RequestState.DONE);
        assertThat(privacy.requests().steps(request.id()))
                .extracting(PrivacyStep::step)
                .containsExactly("received", "extended", "verified", "done");
        assertThat(privacy.requests().steps(request.id()).get(2).madeBy()).isEqualTo("paula");
    }

    private List<Task> openTasks() {
        return world.hub().stewardship().queue(TaskState.OPEN, Optional.of(TaskKind.PRIVACY_REQUEST), 0, 10);
    }

    @Test
    void aRefusedRequestKeepsItsGround() {
        PrivacyRequest request = privacy.requests().receive(RequestKind.ERASURE, world.goldenOf("crm:1"), "claire");

        PrivacyRequest refused =
                privacy.requests().refuse(request.id(), request.revision(), "a claim is pending", "claire");

        assertThat(refused.state()).isEqualTo(RequestState.REFUSED);
        assertThat(refused.refusalGround()).contains("a claim is pending");
        assertThat(privacy.requests().inState(RequestState.REFUSED, 0, 10)).containsExactly(refused);
    }

    @Test
    void aRestrictedCustomerServesNothingUntilItIsLiftedAndItsRecipientsAreTold() {
        world.land(marketing("crm", "1", ConsentStatus.GRANTED, JANUARY));
        GoldenId anna = world.goldenOf("crm:1");
        PrivacyRequest request = verified(RequestKind.RESTRICTION, anna);
        assertThat(request.recipients())
                .extracting(PrivacyRequest.Recipient::system)
                .containsExactly("crm", "data-warehouse");

        privacy.requests().fulfil(request.id(), request.revision(), "claire");
        privacy.requests().tell(request.id(), "crm", "claire");

        assertThat(privacy.isRestricted(anna)).isTrue();
        assertThat(privacy.restrictedAfter(0, 10)).containsExactly(anna);
        assertThat(mayMail("crm:1")).isFalse();
        assertThat(world.golden("crm:1").attributes().all("email")).isNotEmpty();
        assertThat(privacy.requests().find(request.id()).orElseThrow().recipients())
                .filteredOn(recipient -> recipient.notifiedAt().isPresent())
                .extracting(PrivacyRequest.Recipient::system)
                .containsExactly("crm");
        assertThatThrownBy(() -> privacy.requests().tell(request.id(), "crm", "claire"))
                .isInstanceOf(StaleRequestException.class);

        assertThat(privacy.liftRestriction(anna, "claire")).isTrue();
        assertThat(mayMail("crm:1")).isTrue();
    }

    @Test
    void aRestrictedCustomerIsNotErasedByRetention() {
        world.landAndResolve(anna("crm:9", Instant.parse("2020-01-01T00:00:00Z"), "birth_date", "1970-01-01"));
        GoldenId old = world.goldenOf("crm:9");
        assertThat(privacy.retention().due(0, 10))
                .extracting(RetentionCandidate::id)
                .containsExactly(old);

        PrivacyRequest request = verified(RequestKind.RESTRICTION, old);
        privacy.requests().fulfil(request.id(), request.revision(), "claire");

        assertThat(privacy.retention().due(0, 10)).isEmpty();
    }

    @Test
    void theExportHoldsEveryVersionAndWhatElseIsKnown() {
        world.landAndResolve(
                anna("crm:1", MARCH, "email", "anna@example.org", "street", "<script>alert(1)</script>"),
                new Delivery.Order("crm", "O-77", "1", LocalDate.of(2026, 2, 3), new BigDecimal("9.99"), "books"),
                marketing("crm", "1", ConsentStatus.GRANTED, JANUARY),
                new Delivery.Relation("crm", "household", "1", "2", "spouse", JANUARY),
                anna("crm:2", JANUARY, "family_name", "Other", "birth_date", "1981-01-01"));
        GoldenId anna = world.goldenOf("crm:1");
        privacy.requests().receive(RequestKind.ACCESS, anna, "claire");
        StringWriter text = new StringWriter();

        privacy.exportJson(anna, text);

        JsonNode export = JsonMapper.builder().build().readTree(text.toString());
        assertThat(export.at("/goldenId").asString()).isEqualTo(anna.toString());
        assertThat(export.at("/sourceRecords")).hasSize(2);
        assertThat(export.at("/sourceRecords/0/values/email/0").asString()).isEqualTo("martin@example.org");
        assertThat(export.at("/sourceRecords/1/inForce").asBoolean()).isTrue();
        assertThat(export.at("/goldenRecord/0/values/email/0").asString()).isEqualTo("anna@example.org");
        assertThat(export.at("/formerVersions")).hasSize(1);
        assertThat(export.at("/provenance").size()).isGreaterThan(3);
        assertThat(export.at("/orders/0/amount").asString()).isEqualTo("9.99");
        assertThat(export.at("/consents/0/textVersion").asString()).isEqualTo("2025-1");
        assertThat(export.at("/relations/0/other").asString())
                .isEqualTo(world.goldenOf("crm:2").toString());
        assertThat(export.at("/requests/0/kind").asString()).isEqualTo("ACCESS");
        assertThat(export.at("/recipients")).hasSize(2);
    }

    @Test
    void theExportHoldsWhatASourceHasDeletedToo() {
        world.landAndResolve(anna("crm:1", MARCH), anna("crm:3", JANUARY, "town", "Nantes"));
        assertThat(world.goldenOf("crm:3")).isEqualTo(world.goldenOf("crm:1"));
        world.landAndResolve(deleted("crm:3", NOW));
        StringWriter text = new StringWriter();

        privacy.exportJson(world.goldenOf("crm:1"), text);

        JsonNode export = JsonMapper.builder().build().readTree(text.toString());
        assertThat(text.toString()).contains("Nantes");
        assertThat(export.at("/sourceRecords")).hasSize(4);
    }

    @Test
    void thePageEscapesWhatItShowsAndRunsNothing() {
        StringWriter page = new StringWriter();

        privacy.exportPage(world.goldenOf("crm:1"), page);

        assertThat(page.toString())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<h2>Source records</h2>")
                .contains("martin@example.org")
                .doesNotContain("<script")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void nobodyAsksForOrExportsWhoIsNotThere() {
        assertThatThrownBy(() -> privacy.requests().receive(RequestKind.ACCESS, new GoldenId(987_654_321), "claire"))
                .isInstanceOf(MdmException.class);
        assertThatThrownBy(() -> privacy.exportJson(new GoldenId(987_654_321), new StringWriter()))
                .isInstanceOf(MdmException.class);
    }
}
