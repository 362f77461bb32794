package io.goldsmith.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.Convergence;
import io.goldsmith.matching.model.TrainingDiagnostics.PairsLookedAt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingLinesTest {

    @Test
    void printsAHandfulOfWarningsBesideResultsAndSaysHowManyThereAreMore() {
        TrainingDiagnostics diagnostics = new TrainingDiagnostics(
                new Convergence(true, 9, 0),
                new PairsLookedAt(1000, 1000, 1, 500),
                IntStream.rangeClosed(1, 7)
                        .mapToObj(number -> new ComparisonDiagnostics("c" + number, 0, 1, List.of(), List.of()))
                        .toList(),
                List.of());
        StringWriter err = new StringWriter();
        new TrainingLines(diagnostics).printWarnings(new PrintWriter(err, true));
        assertThat(err.toString().lines())
                .hasSize(5)
                .startsWith(
                        "training: c1 carries nothing (0.00 bits for a match): take the comparison out, or check that"
                                + " its column was read.")
                .endsWith("training: 3 more warnings; match train prints all.");
    }
}
