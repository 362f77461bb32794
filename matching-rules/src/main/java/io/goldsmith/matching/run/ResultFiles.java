package io.goldsmith.matching.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.MatchWeight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Writes clusters and pairs as CSV; the same result makes the same bytes. */
final class ResultFiles {

    private ResultFiles() {}

    static void writeClusters(Path file, RecordTable table, int[] clusters) {
        try (CsvWriter writer = open(file)) {
            writer.writeRecord("id", "cluster_id");
            for (int row = 0; row < clusters.length; row++) {
                writer.writeRecord(
                        table.id(row).toString(), table.id(clusters[row]).toString());
            }
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    static void writePairs(Path file, RecordTable table, ScoredPairs pairs) {
        try (CsvWriter writer = open(file)) {
            writer.writeRecord("left_id", "right_id", "match_weight", "match_probability");
            for (int pair = 0; pair < pairs.size(); pair++) {
                int weight = pairs.weight(pair);
                writer.writeRecord(
                        table.id(pairs.left(pair)).toString(),
                        table.id(pairs.right(pair)).toString(),
                        String.format(Locale.ROOT, "%.4f", MatchWeight.toBits(weight)),
                        String.format(Locale.ROOT, "%.6f", MatchWeight.toProbability(weight)));
            }
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    private static CsvWriter open(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
    }

    private static MatchingException unwritable(Path file, IOException cause) {
        return new MatchingException(
                file + ": the file cannot be written; check that its folder exists and has room.", cause);
    }
}
