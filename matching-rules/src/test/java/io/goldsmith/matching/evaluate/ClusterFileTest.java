package io.goldsmith.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFileTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void comparesClustersOfAnyToolWithLabelsByTheIdsAlone() throws IOException {
        ClusterFile clusters = ClusterFile.read(file("c.csv", "cluster_id,id\nx,a\ny,b\nx,c\ny,d\n"));
        Labels labels = clusters.labels(file("l.csv", "id,entity_id\na,1\nc,1\nb,2\nd,3\nz,3\n"));
        Evaluation evaluation = clusters.evaluate(labels);
        assertThat(clusters.records()).isEqualTo(4);
        assertThat(evaluation.truePositives()).isEqualTo(1);
        assertThat(evaluation.falsePositives()).isEqualTo(1);
        assertThat(evaluation.exactClusters()).isEqualTo(1);
        Path pairs = file("p.csv", "left_id,right_id,match_weight,more\na,c,12.3456,\nb,d,-1.5,\na,z,9,\n");
        assertThat(ThresholdSweep.of(clusters.pairs(pairs), labels).points())
                .containsExactly(
                        new ThresholdSweep.Point(123_000, 1, 0, 0), new ThresholdSweep.Point(-15_000, 1, 1, 0));
    }

    @Test
    void comparesPairsWithLabelsThoughNoClustersAreKnown() throws IOException {
        Path pairs = file("p.csv", "left_id,right_id,match_weight\na,c,12.3456\nd,b,-1.5\na,z,9\n");
        Path entities = file("e.csv", "id,entity_id\na,1\nc,1\nb,2\nd,3\ne,3\n");
        Path matches = file("m.csv", "left_id,right_id,match\nc,a,1\nb,d,0\nd,e,1\n");
        for (Path labels : List.of(entities, matches)) {
            assertThat(PairFile.sweep(pairs, labels).points())
                    .containsExactly(
                            new ThresholdSweep.Point(123_000, 1, 0, 1), new ThresholdSweep.Point(-15_000, 1, 1, 1));
        }
    }

    @Test
    void refusesARecordInTwoClustersAndAWeightThatIsNone() throws IOException {
        Path twice = file("twice.csv", "id,cluster_id\na,x\na,y\n");
        assertThatThrownBy(() -> ClusterFile.read(twice))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("twice.csv:3");
        ClusterFile clusters = ClusterFile.read(file("c.csv", "id,cluster_id\na,x\nb,x\n"));
        for (String weight : List.of("much", "NaN", "Infinity", "1e300", "")) {
            Path pairs = file("p.csv", "left_id,right_id,match_weight\na,b," + weight + "\n");
            assertThatThrownBy(() -> clusters.pairs(pairs))
                    .as(weight)
                    .isInstanceOf(MatchingException.class)
                    .hasMessage(pairs + ":2: match_weight is no number of bits, as 12.3456 is.");
        }
    }
}
