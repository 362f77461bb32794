package io.goldsmith.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.bench.accuracy.AccuracyTarget.Measure;
import io.goldsmith.bench.figure.Figure;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.matching.evaluate.Evaluation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {

    private static final AccuracyTarget TARGET = AccuracyTarget.f1(0.9).and(Measure.PRECISION, 0.95);

    /** Precision 0.9, recall 1. */
    private static final Accuracy MEASURED =
            new Accuracy(50_578, 1_234_567, new Evaluation(9, 1, 0, 0.8, 1, 5, 4), 12.34);

    private static final AccuracyRow ROW = new AccuracyRow("persons", "own", TARGET, Optional.of(MEASURED));
    private static final AccuracyRow FAILED = new AccuracyRow("persons", "suggested", TARGET, Optional.empty());

    @Test
    void showsALinePerFileAndConfiguration() {
        assertThat(AccuracyTable.of(List.of(ROW, FAILED)).lines())
                .containsExactly(
                        "data            configuration   records        pairs precision  recall      F1 B-cubed F1  seconds  met  target",
                        "persons         own              50,578    1,234,567    0.9000  1.0000  0.9474     0.8889     12.3  NO   F1 ≥ 0.900, precision ≥ 0.950",
                        "persons         suggested             -            -         -       -       -          -        -  NO   F1 ≥ 0.900, precision ≥ 0.950");
    }

    @Test
    void everyMeasureIsAFigureHeldAgainstItsOwnTarget() {
        FigureList figures = new FigureList(TARGET.goals("persons, own configuration"));
        ROW.addTo(figures);
        assertThat(met(figures, "F1")).contains(true);
        assertThat(met(figures, "precision")).contains(false);
        assertThat(met(figures, "recall")).isEmpty();
        assertThat(TARGET.isMet(MEASURED.evaluation())).isFalse();
        assertThat(AccuracyTarget.f1(0.9).isMet(MEASURED.evaluation())).isTrue();
    }

    @Test
    void aFileThatCannotBeMatchedMissesItsTargets() {
        FigureList figures = new FigureList(TARGET.goals("persons, suggested configuration"));
        FAILED.addTo(figures);
        assertThat(figures.figures()).hasSize(2).extracting(Figure::met).containsOnly(Optional.of(false));
    }

    private static Optional<Boolean> met(FigureList figures, String measure) {
        return figures.figures().stream()
                .filter(figure -> figure.name().equals("persons, own configuration: " + measure))
                .findFirst()
                .orElseThrow()
                .met();
    }
}
