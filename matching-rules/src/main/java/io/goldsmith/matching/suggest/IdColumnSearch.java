package io.goldsmith.matching.suggest;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Looks for columns that could be the id of a file that has none of that name: filled and different in every record. */
final class IdColumnSearch {

    private static final int MOST_LINES = 100_000;

    private final CsvFile file;
    private final String wanted;

    IdColumnSearch(CsvFile file, String wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /** What to say of the missing column. */
    MatchingException missing() {
        List<Set<String>> seen = IntStream.range(0, file.header().size())
                .mapToObj(column -> (Set<String>) new HashSet<String>())
                .toList();
        boolean[] unique = new boolean[seen.size()];
        java.util.Arrays.fill(unique, true);
        int lines = 0;
        while (file.hasNext() && lines < MOST_LINES) {
            CsvLine line = file.next();
            if (line.wellFormed()) {
                lines++;
                for (int column = 0; column < unique.length; column++) {
                    String cell = line.fields().get(column).trim();
                    unique[column] = unique[column]
                            && !cell.isEmpty()
                            && seen.get(column).add(cell);
                }
            }
        }
        List<String> candidates = IntStream.range(0, unique.length)
                .filter(column -> unique[column])
                .mapToObj(file.header()::get)
                .toList();
        String advice = lines == 0 || candidates.isEmpty()
                ? "no column is filled and different in every record: add one, and name it by --id."
                : "different in every record: " + String.join(", ", candidates) + "; name the id by --id "
                        + candidates.get(0) + ".";
        return new MatchingException(file.path() + ":1: expected a column \"" + wanted
                + "\" that holds the ids, but found " + String.join(", ", file.header()) + "; " + advice);
    }
}
