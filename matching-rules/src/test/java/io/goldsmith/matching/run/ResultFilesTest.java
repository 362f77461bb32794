package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.MatchWeight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

    private static final int LARGEST_WEIGHT = 10_000_000;

    @TempDir
    private Path folder;

    private Path scratch;

    @BeforeProperty
    void openScratch() throws IOException {
        scratch = Files.createTempFile("pairs", ".csv");
    }

    @AfterProperty
    void deleteScratch() throws IOException {
        Files.delete(scratch);
    }

    private static RecordTable twoRecords() {
        return RecordTable.builder(List.of())
                .add(new RecordId("crm", "1"), AttributeValues.none())
                .add(new RecordId("erp", "a,b"), AttributeValues.none())
                .build();
    }

    @Property(tries = 300)
    void printsNumbersAsFormatDoes(@ForAll @IntRange(min = -LARGEST_WEIGHT, max = LARGEST_WEIGHT) int weight)
            throws IOException {
        ScoredPairs.Builder pairs = ScoredPairs.builder();
        pairs.add(0, 1, weight);
        ResultFiles.writePairs(scratch, twoRecords(), pairs.build());
        String expected = String.format(
                Locale.ROOT,
                "crm:1,\"erp:a,b\",%.4f,%.6f",
                MatchWeight.toBits(weight),
                MatchWeight.toProbability(weight));
        assertThat(Files.readAllLines(scratch).get(1)).isEqualTo(expected);
    }

    @Property(tries = 5000)
    void roundsProbabilitiesAsFormatDoes(@ForAll @DoubleRange(min = 0, max = 1) double probability) {
        assertRoundedAlike(probability);
    }

    @Property(tries = 5000)
    void roundsHalvesAsFormatDoes(
            @ForAll @IntRange(min = 0, max = 999_999) int millionths, @ForAll @IntRange(min = -2, max = 2) int steps) {
        double half = (millionths + 0.5) / 1e6;
        assertRoundedAlike(half + steps * Math.ulp(half));
    }

    private static void assertRoundedAlike(double probability) {
        long rounded = ResultFiles.millionths(probability);
        assertThat(rounded / 1_000_000 + "." + String.format("%06d", rounded % 1_000_000))
                .isEqualTo(String.format(Locale.ROOT, "%.6f", probability));
    }

    @Test
    void namesAClusterAfterItsSmallestId() {
        Path file = folder.resolve("clusters.csv");
        ResultFiles.writeClusters(file, twoRecords(), new int[] {0, 0});
        assertThat(file).hasContent("id,cluster_id\ncrm:1,crm:1\n\"erp:a,b\",crm:1");
    }
}
