package io.goldsmith.mdm.stewardship;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.NOW;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static io.goldsmith.mdm.resolution.ResolutionWorld.id;
import static io.goldsmith.mdm.resolution.ResolutionWorld.paul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each kind of decision does, and that undoing it brings back what was, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DecisionsContract {

    private ResolutionWorld world;
    private Decisions decisions;
    private Pins pins;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database());
        decisions = world.hub().decisions();
        pins = world.hub().pins();
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** Two records of Anna that match, and one of Paul that may match them. */
    @BeforeEach
    void annaTwiceAndPaul() {
        world.empty();
        world.landAndResolve(
                anna("crm:1", JANUARY, "email", "martin@example.org"),
                anna("crm:2", JANUARY, "email", "anna@example.org"),
                paul("erp:1", JANUARY, "email", "martin@example.org"));
    }

    private static AttributeValues values(String attribute, String... values) {
        return AttributeValues.of(Map.of(attribute, List.of(values)));
    }

    private Decision pinFamilyName(String anchor, String value) {
        return pins.pin(
                id(anchor), "family_name", values("family_name", value), Optional.empty(), "claire", "by passport");
    }

    private void everythingAnewAsABatch() {
        world.execute("update source_record set state = 'PENDING'");
        world.resolveBatch();
    }

    @Test
    void undoingEachKindOfDecisionBringsBackExactlyWhatWas() {
        Map<String, String> before = world.results();
        assertThat(before).hasSize(2);
        List<Supplier<Decision>> every = List.of(
                () -> decisions.merge(id("crm:1"), id("erp:1"), "claire", ""),
                () -> decisions.link(id("erp:1"), id("crm:2"), "claire", ""),
                () -> decisions.unlink(id("crm:2"), "claire", ""),
                () -> decisions.unmerge(List.of(id("crm:2")), "claire", ""),
                () -> decisions.notDuplicate(id("crm:1"), id("crm:2"), "claire", ""),
                () -> pinFamilyName("crm:1", "Durand"));

        for (Supplier<Decision> make : every) {
            Decision made = make.get();
            Map<String, String> decided = world.results();
            assertThat(decided).as("%s changes something", made.kind()).isNotEqualTo(before);
            everythingAnewAsABatch();
            assertThat(world.results()).as("%s in a batch", made.kind()).isEqualTo(decided);

            decisions.undo(made.id(), "claire");

            assertThat(world.results()).as("%s undone", made.kind()).isEqualTo(before);
            assertThatThrownBy(() -> decisions.undo(made.id(), "claire")).isInstanceOf(StaleDecisionException.class);
        }
    }

    @Test
    void unmergingByTheMergedIdRestoresBothSidesTakesTheMergeBackAndKeepsTheRedirect() {
        GoldenId anna = world.goldenOf("crm:1");
        GoldenId paul = world.goldenOf("erp:1");
        Map<String, String> apart = world.results();
        Decision merge = decisions.merge(id("crm:1"), id("erp:1"), "claire", "");
        Map<String, String> merged = world.results();
        assertThat(world.goldenOf("erp:1")).isEqualTo(anna);

        Decision unmerge = decisions.unmerge(anna, paul, "jean", "two people");

        assertThat(world.results()).isEqualTo(apart);
        assertThat(world.goldenOf("crm:1")).isEqualTo(anna);
        assertThat(world.hub().goldenRecords().find(paul).orElseThrow().id())
                .as("a merged id redirects for ever")
                .isEqualTo(anna);
        assertThat(decisions.of(anna))
                .filteredOn(decision -> decision.id() == merge.id())
                .singleElement()
                .satisfies(decision -> assertThat(decision.undoneBy()).contains("jean"));
        assertThat(world.hub().stewardship().count(TaskState.OPEN))
                .as("what was unmerged is not proposed again")
                .isZero();
        decisions.undo(unmerge.id(), "jean");
        assertThat(world.results()).as("the merge stands again").isEqualTo(merged);
    }

    @Test
    void aMergeByScoreIsUnmergedAndRecordsThatCameLaterAreResolvedAnew() {
        world.empty();
        world.landAndResolve(anna("crm:1", JANUARY, "email", "one@example.org"));
        world.landAndResolve(anna("erp:1", JANUARY, "birth_date", "1980-05-07", "email", "two@example.org"));
        GoldenId first = world.goldenOf("crm:1");
        GoldenId second = world.goldenOf("erp:1");
        assertThat(first).isNotEqualTo(second);
        world.landAndResolve(anna("erp:1", MARCH, "email", "one@example.org"));
        GoldenId kept = world.goldenOf("crm:1");
        GoldenId gone = kept.equals(first) ? second : first;
        assertThat(world.goldenOf("erp:1")).isEqualTo(kept);
        world.landAndResolve(anna("accounting:1", MARCH, "email", "one@example.org"));
        assertThat(world.goldenOf("accounting:1")).isEqualTo(kept);

        decisions.unmerge(kept, gone, "claire", "");

        assertThat(world.goldenOf("crm:1")).isNotEqualTo(world.goldenOf("erp:1"));
        assertThat(List.of(world.goldenOf("crm:1"), world.goldenOf("erp:1"))).contains(world.goldenOf("accounting:1"));
        assertThat(world.golden("erp:1").attributes().first("birth_date"))
                .as("from the current version, not the one at the merge")
                .contains("1980-05-06");
        Map<String, String> unmerged = world.results();
        everythingAnewAsABatch();
        assertThat(world.results()).isEqualTo(unmerged);
    }

    @Test
    void theSidesOfAnUnmergeHoldWhenTheirFirstRecordIsDeleted() {
        world.landAndResolve(
                paul("erp:2", JANUARY, "email", "martin@example.org"),
                anna("crm:3", JANUARY, "email", "x@example.org"));
        decisions.merge(id("crm:1"), id("erp:1"), "claire", "");
        decisions.unmerge(List.of(id("erp:1"), id("erp:2"), id("crm:3")), "claire", "");
        assertThat(world.goldenOf("crm:3")).isEqualTo(world.goldenOf("erp:1"));
        Decision unmerge = decisions.of(world.goldenOf("crm:3")).get(0);
        assertThat(decisions.sides(unmerge.id()))
                .isEqualTo(new DecisionSides(
                        List.of(id("crm:1"), id("crm:2")), List.of(id("crm:3"), id("erp:1"), id("erp:2"))));

        world.landAndResolve(deleted("erp:1", MARCH), deleted("crm:1", MARCH));

        assertThat(world.goldenOf("crm:3")).isEqualTo(world.goldenOf("erp:2"));
        assertThat(world.goldenOf("crm:3")).isNotEqualTo(world.goldenOf("crm:2"));
        assertThat(world.hub().goldenRecords().members(world.goldenOf("crm:3")))
                .extracting(Member::origin)
                .containsOnly("MANUAL");
    }

    @Test
    void aContradictionThroughAChainIsRefusedWithTheChain() {
        decisions.merge(id("crm:1"), id("erp:1"), "claire", "");
        decisions.link(id("crm:2"), id("erp:1"), "claire", "");

        assertThatThrownBy(() -> decisions.unlink(id("crm:1"), "claire", ""))
                .isInstanceOf(ContradictionException.class)
                .hasMessageContaining("crm:1 = erp:1");
        assertThatThrownBy(() -> decisions.notDuplicate(id("crm:1"), id("crm:2"), "claire", ""))
                .isInstanceOf(ContradictionException.class)
                .hasMessageContaining("crm:1 = erp:1 = crm:2");
        assertThat(world.count("decision"))
                .as("nothing was kept of what was refused")
                .isEqualTo(2);
    }

    @Test
    void whatAnUnmergeTookBackStandsAgainOnlyIfNothingSaysOtherwise() {
        Decision merge = decisions.merge(id("crm:1"), id("erp:1"), "claire", "");
        Decision unmerge = decisions.unmerge(List.of(id("erp:1")), "claire", "");
        assertThatThrownBy(() -> decisions.merge(id("crm:2"), id("erp:1"), "claire", ""))
                .isInstanceOf(ContradictionException.class)
                .hasMessageContaining("by decision " + unmerge.id());
        decisions.notDuplicate(id("crm:1"), id("erp:1"), "claire", "");

        assertThatThrownBy(() -> decisions.undo(unmerge.id(), "claire")).isInstanceOf(ContradictionException.class);
        assertThatThrownBy(() -> decisions.undo(merge.id(), "claire")).isInstanceOf(StaleDecisionException.class);
        assertThat(world.goldenOf("crm:1")).isNotEqualTo(world.goldenOf("erp:1"));
    }

    @Test
    void aDecisionAboutWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> decisions.merge(id("crm:1"), id("crm:404"), "claire", ""))
                .isInstanceOf(InapplicableDecisionException.class)
                .hasMessageContaining("crm:404");
        assertThatThrownBy(() -> decisions.unlink(id("erp:1"), "claire", ""))
                .isInstanceOf(InapplicableDecisionException.class)
                .hasMessageContaining("no other record");
        assertThatThrownBy(() -> decisions.unmerge(List.of(id("crm:1"), id("erp:1")), "claire", ""))
                .isInstanceOf(InapplicableDecisionException.class)
                .hasMessageContaining("several");
        assertThatThrownBy(() -> decisions.unmerge(world.goldenOf("crm:1"), world.goldenOf("erp:1"), "claire", ""))
                .isInstanceOf(InapplicableDecisionException.class)
                .hasMessageContaining("not merged");
        assertThatThrownBy(() -> decisions.merge(id("crm:1"), id("crm:1"), "claire", ""))
                .isInstanceOf(InapplicableDecisionException.class);
        assertThat(world.count("decision")).isZero();
    }

    @Test
    void aPinSurvivesReloadsAndGoesWithItsRecord() {
        pinFamilyName("crm:2", "Durand");
        Provenance provenance = world.golden("crm:1").provenance().get("family_name");
        assertThat(provenance.rule()).isEqualTo("pinned");
        assertThat(provenance.pinnedBy()).contains("claire");
        assertThat(provenance.asOf()).isEqualTo(NOW);
        assertThat(provenance.record()).isEqualTo(id("crm:2"));

        world.landAndResolve(anna("crm:2", MARCH, "town", "Lyon"));
        assertThat(world.golden("crm:1").attributes().first("family_name")).contains("Durand");

        decisions.unmerge(List.of(id("crm:2")), "claire", "");
        assertThat(world.golden("crm:2").attributes().first("family_name")).contains("Durand");
        assertThat(world.golden("crm:1").attributes().first("family_name")).contains("Martin");
    }

    @Test
    void ofTwoPinsThatMeetInAMergeTheNewerWinsAndTheOtherIsAmongTheLosers() {
        pinFamilyName("crm:1", "Durand");
        pinFamilyName("erp:1", "Dupont");

        decisions.merge(id("crm:1"), id("erp:1"), "claire", "");

        Provenance provenance = world.golden("crm:1").provenance().get("family_name");
        assertThat(world.golden("crm:1").attributes().first("family_name")).contains("Dupont");
        assertThat(provenance.losers().get(0).values()).containsEntry("family_name", List.of("Durand"));
        assertThat(provenance.losers().get(0).pinnedBy()).contains("claire");
    }

    @Test
    void aPinOfAGroupMovesAsOneAndEndsTheValidityOfTheGoldenRecord() {
        pins.pin(
                world.goldenOf("crm:1"),
                "address",
                AttributeValues.of(Map.of("street", List.of("3 rue Basse"), "town", List.of("Lyon"))),
                Optional.of(NOW.plus(Duration.ofDays(30))),
                "claire",
                "moved");

        assertThat(world.golden("crm:1").attributes().first("street")).contains("3 rue Basse");
        assertThat(world.golden("crm:1").attributes().isKnown("postcode")).isFalse();
        assertThat(world.count("golden_record where valid_until is not null")).isOne();
    }

    @Test
    void whatDoesNotFitTheModelIsNotPinned() {
        record Unfit(String name, AttributeValues values, String message) {}
        List<Unfit> unfit = List.of(
                new Unfit("shoe_size", values("shoe_size", "42"), "no attribute or group 'shoe_size'"),
                new Unfit("street", values("street", "1 rue A"), "pin 'address' as a whole"),
                new Unfit("birth_date", values("birth_date", "yesterday"), "birth_date"),
                new Unfit("birth_date", values("birth_date", "2999-01-01"), "birth_date"),
                new Unfit("birth_date", values("birth_date", "1980-01-01", "1981-01-01"), "at most 1"),
                new Unfit("family_name", values("email", "a@example.org"), "email is none of"),
                new Unfit("family_name", AttributeValues.none(), "no attribute is named"));
        for (Unfit pin : unfit) {
            assertThatThrownBy(() -> pins.pin(id("crm:1"), pin.name, pin.values, Optional.empty(), "claire", ""))
                    .isInstanceOf(InapplicableDecisionException.class)
                    .hasMessageContaining(pin.message);
        }
        assertThatThrownBy(() ->
                        pins.pin(id("crm:1"), "siren", values("siren", "732829320"), Optional.of(NOW), "claire", ""))
                .isInstanceOf(InapplicableDecisionException.class)
                .hasMessageContaining("date to come");
        assertThat(world.count("pin")).isZero();
    }
}
