package io.goldsmith.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.bench.figure.BenchException;
import org.junit.jupiter.api.Test;

class MatchOutputTest {

    private static final String OUTPUT = """
            stages    read 6.3 s, train 2.1 s, block 1.0 s, score 2.5 s, cluster 0.4 s
            records   1,000,000 in 12.9 s (77,519 records/s)
            pairs     12,345,678 compared (4,938,271 pairs/s), 700,000 matches, 1,234 to review
            clusters  420,000
            """;

    @Test
    void readsStagesRecordsAndPairs() {
        MatchOutput output = MatchOutput.parse(OUTPUT);
        assertThat(output.stageSeconds().keySet()).containsExactly("read", "train", "block", "score", "cluster");
        assertThat(output.stageSeconds()).containsEntry("read", 6.3).containsEntry("cluster", 0.4);
        assertThat(output.records()).isEqualTo(1_000_000);
        assertThat(output.pairs()).isEqualTo(12_345_678);
        assertThat(output.pairsPerRecord()).isEqualTo(12.345678);
    }

    @Test
    void namesALineThatIsMissing() {
        assertThatThrownBy(() -> MatchOutput.parse(OUTPUT.replace("pairs  ", "couples")))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("\"pairs\"");
    }
}
