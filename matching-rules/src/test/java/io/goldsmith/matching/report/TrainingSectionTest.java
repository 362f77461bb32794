package io.goldsmith.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.Among;
import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.Convergence;
import io.goldsmith.matching.model.TrainingDiagnostics.DependentComparisons;
import io.goldsmith.matching.model.TrainingDiagnostics.PairsLookedAt;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSectionTest {

    @Test
    void showsFiguresWarningsAndDependencesEscaped() {
        TrainingDiagnostics training = new TrainingDiagnostics(
                new Convergence(false, 300, 0.02),
                new PairsLookedAt(1_000_000, 250_000, 8, 1234.4),
                List.of(
                        new ComparisonDiagnostics("<town>", 0.02, 0.5, List.of("prefix:3"), List.of()),
                        new ComparisonDiagnostics("postcode", 7.5, 1, List.of(), List.of("else"))),
                List.of(new DependentComparisons("<town>", "postcode", Among.STRANGERS, 0.8)));
        assertThat(new TrainingSection(training).html())
                .contains("300</b><span>iterations, then it was stopped", "each for 8", "1,234</b>")
                .contains(
                        "stopped after 300 iterations",
                        "&lt;town&gt; carries nothing",
                        "no match showed postcode (else)")
                .contains("postcode tells of &lt;town&gt;, among strangers", "80.0 %")
                .doesNotContain("<town>");
    }
}
