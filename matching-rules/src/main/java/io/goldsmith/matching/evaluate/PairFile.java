package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import io.goldsmith.matching.score.MatchWeight;
import java.nio.file.Path;

/** Scored pairs as a file tells them ({@code left_id,right_id,match_weight}, the weight in bits), by whatever tool they were made. */
public final class PairFile {

    private PairFile() {}

    /**
     * What each threshold over the pairs of a file would come to, by labels of the same ids; no other data is needed.
     *
     * @throws MatchingException if a file cannot be read or has other columns, or a weight is no number
     */
    public static ThresholdSweep sweep(Path pairs, Path labels) {
        RowsById rows = LabelFile.ids(labels);
        return ThresholdSweep.of(read(pairs, rows), LabelFile.read(labels, rows, ""));
    }

    /** The pairs of records that have a row; those of others are left out. */
    static ScoredPairs read(Path path, RowsById rows) {
        ScoredPairs.Builder pairs = ScoredPairs.builder();
        try (CsvFile file = CsvFile.open(path)) {
            int left = file.column("left_id");
            int right = file.column("right_id");
            int weight = file.column("match_weight");
            while (file.hasNext()) {
                CsvLine line = file.next();
                int one = line.wellFormed() ? rows.row(line.fields().get(left)) : RowsById.UNKNOWN;
                int other = line.wellFormed() ? rows.row(line.fields().get(right)) : RowsById.UNKNOWN;
                if (one != RowsById.UNKNOWN && other != RowsById.UNKNOWN && one != other) {
                    pairs.add(one, other, weight(path, line, line.fields().get(weight)));
                }
            }
        }
        return pairs.build();
    }

    private static int weight(Path path, CsvLine line, String text) {
        try {
            double units = Double.parseDouble(text) * MatchWeight.UNITS_PER_BIT;
            if (Double.isNaN(units)) {
                throw new NumberFormatException("NaN");
            }
            return Math.toIntExact(Math.round(units));
        } catch (NumberFormatException | ArithmeticException noWeight) {
            throw new MatchingException(
                    path + ":" + line.number() + ": match_weight is no number of bits, as 12.3456 is.", noWeight);
        }
    }
}
