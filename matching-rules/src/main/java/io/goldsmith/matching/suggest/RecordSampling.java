package io.goldsmith.matching.suggest;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import io.goldsmith.matching.record.RecordId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws a bounded number of records by a hash of seed and record id, so that the order of the lines and the number of files read before
 * play no part. For one run.
 */
final class RecordSampling {

    /** Pairs within more than some hundred thousand records tell nothing new of a rule, and take memory. */
    static final int MOST_RECORDS = 100_000;

    private static final Comparator<SampledRecords.Row> DRAWN =
            Comparator.comparingLong(SampledRecords.Row::hash).thenComparing(SampledRecords.Row::id);

    private final String idColumn;
    private final Set<String> ignored;
    private final long seed;
    private final SuggestProgress progress;
    private List<SampledRecords.Row> rows = new ArrayList<>();
    private long limit = Long.MAX_VALUE;
    private long total;

    RecordSampling(String idColumn, Set<String> ignored, long seed, SuggestProgress progress) {
        this.idColumn = idColumn;
        this.ignored = ignored;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Reads the files.
     *
     * @throws MatchingException if one cannot be read, has no id column (naming those that could be it), or too few records are there
     */
    SampledRecords read(List<Path> files) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>();
        for (Path file : files) {
            try (CsvFile csv = CsvFile.open(file)) {
                if (!csv.header().contains(idColumn)) {
                    throw new IdColumnSearch(csv, idColumn).missing();
                }
                if (all.isEmpty()) {
                    shared.addAll(csv.header());
                }
                all.addAll(csv.header());
                shared.retainAll(csv.header());
            }
        }
        List<String> columns = shared.stream()
                .filter(column -> !column.equals(idColumn) && !ignored.contains(column))
                .toList();
        for (Path file : files) {
            read(file, files.size() > 1 ? CsvFile.source(file) : "", columns);
        }
        keepDrawn();
        requireDistinctIds();
        if (rows.size() < 2) {
            throw new MatchingException(files.get(0) + ": expected at least two records to compare, but found " + total
                    + "; name a file with more.");
        }
        List<String> leftOut = all.stream()
                .filter(column -> !shared.contains(column) && !ignored.contains(column))
                .toList();
        return new SampledRecords(total, columns, leftOut, List.copyOf(rows));
    }

    private void read(Path file, String source, List<String> columns) {
        try (CsvFile csv = CsvFile.open(file)) {
            int id = csv.column(idColumn);
            int[] fields = columns.stream().mapToInt(csv::column).toArray();
            while (csv.hasNext()) {
                CsvLine line = csv.next();
                if (line.wellFormed() && !line.fields().get(id).isBlank()) {
                    draw(new RecordId(source, line.fields().get(id).trim()), line.fields(), fields);
                }
            }
        }
    }

    private void draw(RecordId id, List<String> line, int[] fields) {
        total++;
        if (total % MOST_RECORDS == 0) {
            progress.advanced("read", total, -1);
        }
        long hash = id.drawn(seed);
        if (hash > limit) {
            return;
        }
        String[] cells = new String[fields.length];
        for (int column = 0; column < cells.length; column++) {
            cells[column] = line.get(fields[column]).trim();
        }
        rows.add(new SampledRecords.Row(hash, id, cells));
        if (rows.size() >= 2 * MOST_RECORDS) {
            keepDrawn();
            limit = rows.get(rows.size() - 1).hash();
        }
    }

    private void keepDrawn() {
        rows.sort(DRAWN);
        rows = new ArrayList<>(rows.subList(0, Math.min(MOST_RECORDS, rows.size())));
    }

    private void requireDistinctIds() {
        Set<RecordId> seen = new HashSet<>();
        for (SampledRecords.Row row : rows) {
            if (!seen.add(row.id())) {
                throw new MatchingException("The column \"" + idColumn
                        + "\" holds an id twice; ids must be distinct, or name another column by --id.");
            }
        }
    }
}
