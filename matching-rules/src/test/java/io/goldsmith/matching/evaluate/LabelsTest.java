package io.goldsmith.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

    @TempDir
    private Path folder;

    private static RecordTable rows(int count) {
        RecordTable.Builder builder = RecordTable.builder(List.of());
        for (int row = 0; row < count; row++) {
            builder.add(new RecordId("", "r" + row), AttributeValues.none());
        }
        return builder.build();
    }

    private Evaluation evaluate(String labels, int... clusters) throws IOException {
        Path file = Files.writeString(folder.resolve("labels.csv"), labels);
        return Labels.read(file, rows(clusters.length), "").evaluate(clusters);
    }

    @Test
    void measuresClustersAgainstEntities() throws IOException {
        Evaluation evaluation = evaluate("id,other,entity_id\nr0,,A\nr1,,A\nr2,,A\nr3,,B\nr9,,A\n", 0, 0, 2, 2);
        assertThat(evaluation.truePositives()).isEqualTo(1);
        assertThat(evaluation.falsePositives()).isEqualTo(1);
        assertThat(evaluation.falseNegatives()).isEqualTo(2);
        assertThat(evaluation.entities()).isEqualTo(2);
        assertThat(evaluation.exactClusters()).isZero();
        assertThat(evaluation.f1()).isCloseTo(0.4, within(1e-9));
        assertThat(evaluation.bCubedPrecision()).isCloseTo(0.75, within(1e-9));
        assertThat(evaluation.bCubedRecall()).isCloseTo((2.0 / 3 * 2 + 1.0 / 3 + 1) / 4, within(1e-9));
    }

    @Test
    void measuresClustersAgainstPairs() throws IOException {
        Evaluation evaluation =
                evaluate("left_id,right_id,match\nr0,r1,1\nr2,r3,false\nr0,r2,true\nr1,r3,0\n", 0, 0, 2, 2);
        assertThat(evaluation.precision()).isEqualTo(0.5);
        assertThat(evaluation.recall()).isEqualTo(0.5);
    }

    @Test
    void countsEntitiesThatAreOneClusterExactly() throws IOException {
        String labels = "id,entity_id\nr0,A\nr1,A\nr2,B\nr3,C\nr4,C\n";
        assertThat(evaluate(labels, 0, 0, 2, 3, 4, 4).exactClusters())
                .as("A and B are; C is two clusters, one with an unlabelled record")
                .isEqualTo(2);
    }

    @Test
    void handsOverEveryLabelledMatchOnce() throws IOException {
        Path entities = Files.writeString(folder.resolve("e.csv"), "id,entity_id\nr3,A\nr1,A\nr0,A\nr2,B\n");
        Path pairs =
                Files.writeString(folder.resolve("p.csv"), "left_id,right_id,match\nr3,r0,1\nr1,r0,true\nr1,r2,0\n");
        List<String> met = new ArrayList<>();
        for (Path file : List.of(entities, pairs)) {
            Labels labels = Labels.read(file, rows(5), "");
            labels.forEachMatch((left, right) -> met.add(left + " " + right));
            met.add(labels.matches() + " matches");
            assertThat(labels.match(1, 2)).contains(false);
            assertThat(labels.match(1, 4)).isEmpty();
        }
        assertThat(met).containsExactly("0 1", "0 3", "1 3", "3 matches", "0 1", "0 3", "2 matches");
    }

    @Test
    void refusesLabelsOfOtherRecords() {
        assertThatThrownBy(() -> evaluate("id,entity_id\nx,A\n", 0, 1))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("no label speaks of a record");
    }

    @Test
    void countsPairsBeyondThirtyTwoBits() throws IOException {
        int size = 70_000;
        StringBuilder labels = new StringBuilder("id,entity_id\n");
        for (int row = 0; row < size; row++) {
            labels.append("r").append(row).append(",A\n");
        }
        assertThat(evaluate(labels.toString(), new int[size]).truePositives()).isEqualTo(2_449_965_000L);
    }
}
