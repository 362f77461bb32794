package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import it.unimi.dsi.fastutil.longs.Long2BooleanOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads labels of either form. */
final class LabelFile {

    private LabelFile() {}

    static Labels read(Path path, RowsById rows, String source) {
        String prefix = source.isEmpty() ? "" : source + ":";
        try (CsvFile file = CsvFile.open(path)) {
            return file.header().contains("left_id") ? readPairs(file, rows, prefix) : readEntities(file, rows, prefix);
        }
    }

    /** Rows for the ids that a file of labels speaks of, in the order in which it does. */
    static RowsById ids(Path path) {
        RowsById rows = RowsById.empty();
        try (CsvFile file = CsvFile.open(path)) {
            int[] columns = file.header().contains("left_id")
                    ? new int[] {file.column("left_id"), file.column("right_id")}
                    : new int[] {file.column("id")};
            while (file.hasNext()) {
                CsvLine line = file.next();
                for (int position = 0; position < columns.length && line.wellFormed(); position++) {
                    rows.add(line.fields().get(columns[position]));
                }
            }
        }
        return rows;
    }

    private static Labels readEntities(CsvFile file, RowsById rows, String prefix) {
        int id = file.column("id");
        int entity = file.column("entity_id");
        Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
        int[] entities = new int[rows.size()];
        Arrays.fill(entities, EntityLabels.UNLABELLED);
        boolean isAnyKnown = false;
        while (file.hasNext()) {
            CsvLine line = file.next();
            int row = line.wellFormed() ? rows.row(prefix + line.fields().get(id)) : RowsById.UNKNOWN;
            if (row != RowsById.UNKNOWN) {
                String name = line.fields().get(entity);
                codes.putIfAbsent(name, codes.size());
                entities[row] = codes.getInt(name);
                isAnyKnown = true;
            }
        }
        if (!isAnyKnown) {
            throw unknown(file.path());
        }
        return new EntityLabels(entities);
    }

    private static Labels readPairs(CsvFile file, RowsById rows, String prefix) {
        int left = file.column("left_id");
        int right = file.column("right_id");
        int match = file.column("match");
        Long2BooleanOpenHashMap pairs = new Long2BooleanOpenHashMap();
        while (file.hasNext()) {
            CsvLine line = file.next();
            int one = line.wellFormed() ? rows.row(prefix + line.fields().get(left)) : RowsById.UNKNOWN;
            int other = line.wellFormed() ? rows.row(prefix + line.fields().get(right)) : RowsById.UNKNOWN;
            if (one != RowsById.UNKNOWN && other != RowsById.UNKNOWN && one != other) {
                String said = line.fields().get(match).trim();
                pairs.put(PairLabels.pair(one, other), said.equals("1") || said.equalsIgnoreCase("true"));
            }
        }
        if (pairs.isEmpty()) {
            throw unknown(file.path());
        }
        return new PairLabels(pairs);
    }

    private static MatchingException unknown(Path path) {
        return new MatchingException(
                path + ": no label speaks of a record that was read; check that the ids are the same.");
    }
}
