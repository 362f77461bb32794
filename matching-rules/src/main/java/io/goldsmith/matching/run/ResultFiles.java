package io.goldsmith.matching.run;

import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.record.CsvOutput;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.MatchWeight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/** Writes clusters and pairs as CSV; the same result makes the same bytes. A file appears whole or not at all. */
final class ResultFiles {

    private static final int WEIGHT_DECIMALS = 4;
    private static final int PROBABILITY_DECIMALS = 6;
    private static final double PROBABILITY_SCALE = 1e6;

    private ResultFiles() {}

    static void writeClusters(Path file, RecordTable table, int[] clusters) {
        try (CsvOutput output = CsvOutput.create(file)) {
            output.field("id");
            output.field("cluster_id");
            output.endLine();
            for (int row = 0; row < clusters.length; row++) {
                table.writeId(row, output);
                table.writeId(clusters[row], output);
                output.endLine();
            }
            output.commit();
        }
    }

    static void writePairs(Path file, RecordTable table, ScoredPairs pairs) {
        try (CsvOutput output = CsvOutput.create(file)) {
            for (String name : new String[] {"left_id", "right_id", "match_weight", "match_probability"}) {
                output.field(name);
            }
            output.endLine();
            for (int pair = 0; pair < pairs.size(); pair++) {
                table.writeId(pairs.left(pair), output);
                table.writeId(pairs.right(pair), output);
                output.fixed(tenThousandths(pairs.weight(pair)), WEIGHT_DECIMALS);
                output.fixed(millionths(MatchWeight.toProbability(pairs.weight(pair))), PROBABILITY_DECIMALS);
                output.endLine();
            }
            output.commit();
        }
    }

    /** A weight in bits with four decimals: its unit is one of the fourth. */
    static long tenThousandths(int weight) {
        return (long) weight * (10_000 / MatchWeight.UNITS_PER_BIT);
    }

    /** A probability from 0 to 1 with six decimals, rounded half up as its shortest decimal form is. */
    static long millionths(double probability) {
        double scaled = probability * PROBABILITY_SCALE;
        double fraction = scaled - Math.floor(scaled);
        // Near a half the product's own rounding decides wrongly: take the digits that the number is printed with.
        if (Math.abs(fraction - 0.5) < 1e-6) {
            return new BigDecimal(Double.toString(probability))
                    .movePointRight(PROBABILITY_DECIMALS)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return Math.round(scaled);
    }
}
