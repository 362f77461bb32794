package io.goldsmith.dmp.anonymise;

import static io.goldsmith.dmp.anonymise.TableFixtures.COLUMNS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectionGateTest {

    private static final List<Integer> LEVELS = List.of(0, 0, 0);

    private final ProjectionGate gate = new ProjectionGate(COLUMNS, new AnonymityRule(4, 2, 0.05));

    @Test
    void letsAnonymousRowsPassAndSaysWhatTheyReach() {
        GateVerdict verdict = check(anonymousRows());
        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.kReached()).isEqualTo(6);
        assertThat(verdict.lReached()).isEqualTo(Map.of("tier", 3, "amount", 2));
        assertThat(verdict.classes()).isEqualTo(2);
    }

    @Test
    void refusesWhenARowWasMovedOutOfItsClass() {
        List<ProjectionRow> rows = anonymousRows();
        rows.set(0, new ProjectionRow(0, List.of("90+", "69", "madame", "gold", "none")));
        assertThat(check(rows).reasons())
                .containsExactly(
                        "each class must have at least k = 4 persons, but the smallest has 1",
                        "each class must have at least l = 2 distinct values of tier, but one has 1",
                        "each class must have at least l = 2 distinct values of amount, but one has 1");
    }

    @Test
    void countsPersonsNotRows() {
        List<ProjectionRow> rows = anonymousRows().stream()
                .map(row -> new ProjectionRow(row.person() % 3, row.values()))
                .toList();
        GateVerdict verdict = check(rows);
        assertThat(verdict.kReached()).isEqualTo(3);
        assertThat(verdict.passes()).isFalse();
    }

    @Test
    void refusesAClassThatAgreesOnASensitiveValue() {
        List<ProjectionRow> rows = anonymousRows().stream()
                .map(row -> new ProjectionRow(
                        row.person(),
                        List.of(
                                row.values().get(0),
                                row.values().get(1),
                                row.values().get(2),
                                "gold",
                                row.values().get(4))))
                .toList();
        assertThat(check(rows).reasons())
                .containsExactly("each class must have at least l = 2 distinct values of tier, but one has 1");
    }

    @Test
    void refusesAColumnThatIsNotDeclared() {
        List<String> names = List.of("profile_key", "age", "department", "title", "tier");
        GateVerdict verdict = gate.check(names, LEVELS, anonymousRows(), List.of());
        assertThat(verdict.reasons())
                .singleElement()
                .asString()
                .startsWith("column profile_key is neither a quasi-identifier nor a sensitive attribute");
    }

    @Test
    void refusesValuesOfTheShapeOfAnIdentifierWithoutRepeatingThem() {
        for (String value : List.of(
                "anna@example.fr",
                "1984-03-02",
                "06 12 34 56 78",
                "4f2ac0de4f2ac0de4f2ac0de",
                "FR7630006000011234567890189")) {
            List<ProjectionRow> rows = anonymousRows();
            List<String> values = new ArrayList<>(rows.get(0).values());
            values.set(3, value);
            rows.set(0, new ProjectionRow(0, values));
            assertThat(check(rows).reasons())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason)
                            .startsWith("column tier has 1 values of")
                            .doesNotContain(value));
        }
    }

    @Test
    void refusesToPublishNothing() {
        assertThat(check(List.of()).reasons()).first().isEqualTo("there is no row to publish");
    }

    @Test
    void refusesADifferenceThatSinglesOut() {
        List<ProjectionRow> rows = anonymousRows();
        Publication before = new Publication(1, LEVELS, ClassContents.byClass(rows, 3));
        rows.add(new ProjectionRow(100, rows.get(0).values()));
        assertThat(gate.check(COLUMNS.names(), LEVELS, rows, List.of(before)).reasons())
                .containsExactly("1 classes differ from an earlier load by fewer than k = 4 persons or l = 2 values,"
                        + " which would single out who changed");
    }

    @Test
    void refusesLevelsThatFallBelowAnEarlierLoad() {
        Publication before = new Publication(7, List.of(1, 0, 0), Map.of());
        assertThat(gate.check(COLUMNS.names(), LEVELS, anonymousRows(), List.of(before))
                        .reasons())
                .containsExactly(
                        "the level of age must not fall below that of load 7, since the two could be intersected");
    }

    private GateVerdict check(List<ProjectionRow> rows) {
        return gate.check(COLUMNS.names(), LEVELS, rows, List.of());
    }

    private static List<ProjectionRow> anonymousRows() {
        String[] tiers = {"gold", "silver", "bronze"};
        List<ProjectionRow> rows = new ArrayList<>();
        for (int person = 0; person < 12; person++) {
            rows.add(new ProjectionRow(
                    person,
                    List.of(
                            person < 6 ? "20-24" : "25-29",
                            "69",
                            "madame",
                            tiers[person % 3],
                            person % 2 == 0 ? "none" : "under 100")));
        }
        return rows;
    }
}
