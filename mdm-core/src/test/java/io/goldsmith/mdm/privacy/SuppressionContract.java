package io.goldsmith.mdm.privacy;

import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How an erased person does not come back, but of their own will, whatever the database. */
abstract class SuppressionContract extends KnownPerson {

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
    void neitherDoesARecordThatComesByItself() {
        erase(zoeEverywhere());

        LandingCounts counts = world.hub()
                .intake()
                .land(2, zoe("crm:zk-1", NOW, "zq@example.org"))
                .counts();
        world.resolve();

        assertThat(counts).isEqualTo(new LandingCounts(0, 0, 0, 0, 1));
        assertNoTraces();
        assertThat(privacy.report(id("crm:zk-1")))
                .hasValueSatisfying(report -> assertThat(report.hits()).isEqualTo(1));
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
}
