package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.file.Path;

/**
 * Clusters as a file tells them ({@code id,cluster_id}), by whatever tool they were made; labels and scored pairs are compared with them by
 * the ids alone, no other data is needed.
 */
public final class ClusterFile {

    private final RowsById rows;
    private final int[] clusters;

    private ClusterFile(RowsById rows, int[] clusters) {
        this.rows = rows;
        this.clusters = clusters;
    }

    /**
     * Reads clusters.
     *
     * @throws MatchingException if the file cannot be read, has other columns, an id twice or no record
     */
    public static ClusterFile read(Path path) {
        RowsById rows = RowsById.empty();
        Object2IntOpenHashMap<String> firstRows = new Object2IntOpenHashMap<>();
        IntArrayList clusters = new IntArrayList();
        try (CsvFile file = CsvFile.open(path)) {
            int id = file.column("id");
            int cluster = file.column("cluster_id");
            while (file.hasNext()) {
                CsvLine line = file.next();
                if (!line.wellFormed()) {
                    throw new MatchingException(path + ":" + line.number()
                            + ": the line has another number of fields than the header; mend it and evaluate again.");
                }
                int row = rows.add(line.fields().get(id));
                if (row < clusters.size()) {
                    throw new MatchingException(path + ":" + line.number()
                            + ": the id stands in an earlier line too, but a record is in one cluster only.");
                }
                firstRows.putIfAbsent(line.fields().get(cluster), row);
                clusters.add(firstRows.getInt(line.fields().get(cluster)));
            }
        }
        if (clusters.isEmpty()) {
            throw new MatchingException(path + ": the file holds no record; expected lines of id,cluster_id.");
        }
        return new ClusterFile(rows, clusters.toIntArray());
    }

    /** How many records are in the clusters. */
    public int records() {
        return clusters.length;
    }

    /**
     * Labels of these records, of either form.
     *
     * @throws MatchingException if the file has neither set of columns, or speaks of no record of the clusters
     */
    public Labels labels(Path path) {
        return LabelFile.read(path, rows, "");
    }

    /** How well these clusters agree with labels of their records. */
    public Evaluation evaluate(Labels labels) {
        return labels.evaluate(clusters);
    }

    /**
     * The scored pairs of these records in a file with {@code left_id,right_id,match_weight}; pairs of other records are left out.
     *
     * @throws MatchingException if the file cannot be read, has other columns, or a weight is no number
     */
    public ScoredPairs pairs(Path path) {
        return PairFile.read(path, rows);
    }
}
