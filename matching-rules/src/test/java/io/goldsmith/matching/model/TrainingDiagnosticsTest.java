package io.goldsmith.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.model.TrainingDiagnostics.Among;
import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.DependentComparisons;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingDiagnosticsTest {

    private static final RecordTable TABLE = Subscribers.table(1);
    private static final TrainedModel TRAINED = training(TABLE).train();

    private static Training training(RecordTable table) {
        return new Training(table, Subscribers.SETTINGS, PairMode.DEDUPE, 1);
    }

    private static ComparisonDiagnostics comparison(TrainingDiagnostics diagnostics, String name) {
        return diagnostics.comparisons().stream()
                .filter(comparison -> comparison.comparison().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ComparisonDiagnostics comparison(String name) {
        return comparison(TRAINED.diagnostics(), name);
    }

    @Test
    void findsComparisonsThatTellTheSame() {
        assertThat(TRAINED.diagnostics().dependences())
                .extracting(DependentComparisons::comparison, DependentComparisons::other, DependentComparisons::among)
                .as("a copy, and a town that follows from its postcode; nothing else")
                .containsExactlyInAnyOrder(
                        tuple("phone", "copy", Among.MATCHES),
                        tuple("postcode", "town", Among.MATCHES),
                        tuple("postcode", "town", Among.STRANGERS));
        assertThat(TRAINED.diagnostics().dependences())
                .allSatisfy(dependence -> assertThat(dependence.share()).isBetween(0.95, 1.0))
                .isSortedAccordingTo((one, other) -> Double.compare(other.share(), one.share()));
        assertThat(TRAINED.diagnostics().warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .contains(
                                "among strangers, town tells", "of what postcode tells", "counted twice", "drop one"));
    }

    @Test
    void findsComparisonsThatCarryNothing() {
        assertThat(TRAINED.diagnostics().comparisons())
                .filteredOn(ComparisonDiagnostics::carriesNothing)
                .extracting(ComparisonDiagnostics::comparison)
                .containsExactly("country", "wave", "fax");
        assertThat(comparison("email").bits()).isGreaterThan(8);
        assertThat(comparison("fax").filled()).isZero();
        assertThat(comparison("email").filled()).isEqualTo(1);
        assertThat(TRAINED.diagnostics().warnings())
                .anySatisfy(warning -> assertThat(warning).startsWith("country carries nothing (0.0"))
                .anySatisfy(
                        warning -> assertThat(warning).startsWith("fax carries nothing (no candidate pair has both"));
    }

    @Test
    void namesLevelsThatWereNeverSeen() {
        assertThat(comparison("family").unseenInMatches()).contains("nickname").doesNotContain("exact", "else");
        assertThat(comparison("family").unseenInRandomPairs())
                .contains("nickname")
                .doesNotContain("else");
        assertThat(comparison("country").unseenInRandomPairs())
                .as("all records have one country")
                .containsExactly("else");
        assertThat(comparison("postcode").unseenInMatches()).isEmpty();
        assertThat(TRAINED.diagnostics().warnings())
                .anySatisfy(warning ->
                        assertThat(warning).startsWith("no pair showed").contains("nickname"));
    }

    @Test
    void tellsThatItConvergedOrThatItWasStopped() {
        assertThat(TRAINED.diagnostics().convergence().converged()).isTrue();
        assertThat(TRAINED.diagnostics().convergence().lastChange()).isLessThanOrEqualTo(1e-5);
        assertThat(TRAINED.diagnostics().warnings()).noneMatch(warning -> warning.contains("stopped"));
        TrainingDiagnostics cut = training(TABLE).train(2).diagnostics();
        assertThat(cut.convergence().converged()).isFalse();
        assertThat(cut.convergence().iterations()).isEqualTo(2);
        assertThat(cut.warnings().get(0)).contains("stopped after 2 iterations", "training.match-rules");
    }

    @Test
    void countsThePairsThatItLookedAt() {
        assertThat(TRAINED.diagnostics().pairs().random()).isEqualTo(100_000);
        assertThat(TRAINED.diagnostics().pairs().eachCandidateStandsFor()).isEqualTo(1);
        assertThat(TRAINED.diagnostics().pairs().expectedMatches())
                .as("one of each customer, save the few that changed in all that is blocked on")
                .isCloseTo(600, within(20.0));
    }

    @Test
    void isTheSameForShuffledRows() {
        assertThat(training(Subscribers.table(2)).train()).isEqualTo(TRAINED);
    }

    @Test
    void takesWhatLabelsShowOfMatches() {
        Map<RecordId, Integer> rows = IntStream.range(0, TABLE.size())
                .boxed()
                .collect(java.util.stream.Collectors.toMap(TABLE::id, row -> row));
        List<Integer> customers = IntStream.range(0, 200).boxed().toList();
        int[] firsts = customers.stream()
                .mapToInt(customer -> rows.get(new RecordId("", customer + "-0")))
                .toArray();
        int[] seconds = customers.stream()
                .mapToInt(customer -> rows.get(new RecordId("", customer + "-1")))
                .toArray();
        TrainedModel labelled =
                new LabelledTraining(TABLE, Subscribers.SETTINGS, PairMode.DEDUPE, 1).train(firsts, seconds);
        assertThat(comparison(labelled.diagnostics(), "email").bits())
                .as("the m that labels give")
                .isNotEqualTo(comparison("email").bits())
                .isCloseTo(comparison("email").bits(), within(2.0));
        assertThat(labelled.diagnostics().dependences())
                .isEqualTo(TRAINED.diagnostics().dependences());
        assertThat(comparison(labelled.diagnostics(), "family").unseenInMatches())
                .contains("nickname");
    }
}
