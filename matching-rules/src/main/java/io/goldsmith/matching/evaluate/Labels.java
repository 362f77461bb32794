package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The truth about the rows of a table: which entity each is, or for some pairs whether they match. Rows that no label speaks of are
 * left out of an evaluation; labels of records that the table does not have are left out too.
 */
public final class Labels {

    private static final int UNLABELLED = -1;

    private final int[] entities;
    private final IntArrayList lefts = new IntArrayList();
    private final IntArrayList rights = new IntArrayList();
    private final IntArrayList matches = new IntArrayList();

    private Labels(int rows) {
        entities = new int[rows];
        Arrays.fill(entities, UNLABELLED);
    }

    /**
     * Reads labels with the columns {@code id,entity_id} or {@code left_id,right_id,match} (1 or true for a match); other columns are
     * ignored.
     *
     * @param source what ids are prefixed by, empty if they stand as they are
     * @throws MatchingException if the file has neither set of columns, or speaks of no record of the table
     */
    public static Labels read(Path path, RecordTable table, String source) {
        Object2IntOpenHashMap<String> rows = new Object2IntOpenHashMap<>(table.size());
        rows.defaultReturnValue(UNLABELLED);
        for (int row = 0; row < table.size(); row++) {
            rows.put(table.id(row).toString(), row);
        }
        String prefix = source.isEmpty() ? "" : source + ":";
        Labels labels = new Labels(table.size());
        long known;
        try (CsvFile file = CsvFile.open(path)) {
            known = file.header().contains("left_id")
                    ? labels.readPairs(file, rows, prefix)
                    : labels.readEntities(file, rows, prefix);
        }
        if (known == 0) {
            throw new MatchingException(
                    path + ": no label speaks of a record that was read; check that the ids are the same.");
        }
        return labels;
    }

    private long readEntities(CsvFile file, Object2IntOpenHashMap<String> rows, String prefix) {
        int id = file.column("id");
        int entity = file.column("entity_id");
        Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
        codes.defaultReturnValue(UNLABELLED);
        long known = 0;
        while (file.hasNext()) {
            CsvLine line = file.next();
            int row = line.wellFormed() ? rows.getInt(prefix + line.fields().get(id)) : UNLABELLED;
            if (row != UNLABELLED) {
                String name = line.fields().get(entity);
                codes.putIfAbsent(name, codes.size());
                entities[row] = codes.getInt(name);
                known++;
            }
        }
        return known;
    }

    private long readPairs(CsvFile file, Object2IntOpenHashMap<String> rows, String prefix) {
        int left = file.column("left_id");
        int right = file.column("right_id");
        int match = file.column("match");
        while (file.hasNext()) {
            CsvLine line = file.next();
            int one = line.wellFormed() ? rows.getInt(prefix + line.fields().get(left)) : UNLABELLED;
            int other = line.wellFormed() ? rows.getInt(prefix + line.fields().get(right)) : UNLABELLED;
            if (one != UNLABELLED && other != UNLABELLED) {
                String said = line.fields().get(match).trim();
                lefts.add(one);
                rights.add(other);
                matches.add(said.equals("1") || said.equalsIgnoreCase("true") ? 1 : 0);
            }
        }
        return lefts.size();
    }

    /** How well clusters, given as the smallest row of each row's cluster, agree with these labels. */
    public Evaluation evaluate(int[] clusters) {
        return lefts.isEmpty() ? byEntities(clusters) : byPairs(clusters);
    }

    private Evaluation byPairs(int[] clusters) {
        long[] counts = new long[4];
        for (int pair = 0; pair < lefts.size(); pair++) {
            boolean joined = clusters[lefts.getInt(pair)] == clusters[rights.getInt(pair)];
            counts[matches.getInt(pair) * 2 + (joined ? 1 : 0)]++;
        }
        // Labels of pairs say nothing of whole clusters, so the B-cubed shares are those of the pairs.
        Evaluation pairs = new Evaluation(counts[3], counts[1], counts[2], 1, 1);
        return new Evaluation(counts[3], counts[1], counts[2], pairs.precision(), pairs.recall());
    }

    private Evaluation byEntities(int[] clusters) {
        Long2IntOpenHashMap clusterSizes = new Long2IntOpenHashMap();
        Long2IntOpenHashMap entitySizes = new Long2IntOpenHashMap();
        Long2IntOpenHashMap cells = new Long2IntOpenHashMap();
        long labelled = 0;
        for (int row = 0; row < clusters.length; row++) {
            if (entities[row] != UNLABELLED) {
                clusterSizes.addTo(clusters[row], 1);
                entitySizes.addTo(entities[row], 1);
                cells.addTo(cell(clusters[row], entities[row]), 1);
                labelled++;
            }
        }
        long joined = clusterSizes.values().intStream().mapToLong(Labels::pairs).sum();
        long wanted = entitySizes.values().intStream().mapToLong(Labels::pairs).sum();
        long both = 0;
        double precision = 0;
        double recall = 0;
        for (Long2IntOpenHashMap.Entry entry : cells.long2IntEntrySet()) {
            long size = entry.getIntValue();
            both += pairs(size);
            precision += size * (double) size / clusterSizes.get(entry.getLongKey() >>> 32);
            recall += size * (double) size / entitySizes.get(entry.getLongKey() & 0xffffffffL);
        }
        return new Evaluation(both, joined - both, wanted - both, precision / labelled, recall / labelled);
    }

    private static long cell(int cluster, int entity) {
        return ((long) cluster << 32) | entity;
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    /** Whether the labels hold two rows to be one entity; false if they say nothing of one of them. */
    public boolean sameEntity(int left, int right) {
        return entities[left] != UNLABELLED && entities[left] == entities[right];
    }
}
