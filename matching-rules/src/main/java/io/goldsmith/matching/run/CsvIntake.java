package io.goldsmith.matching.run;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.CsvLine;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.standardise.StandardRecord;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads CSV files into one table in standard form, and counts what it could not use. For one run. */
final class CsvIntake {

    private static final int MOST_LINES_NAMED = 20;
    private static final int PROGRESS_EVERY = 1 << 14;

    private final CsvMatchSettings settings;
    private final Matching matching;
    private final String idColumn;
    private final Set<String> ignored;
    private final MatchProgress progress;
    private final RecordTable.Builder table;
    private final Map<String, DateTimeFormatter> formats = new HashMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private final List<String> rejectedLines = new ArrayList<>();
    private long rejected;
    private long read;

    CsvIntake(
            CsvMatchSettings settings,
            Matching matching,
            String idColumn,
            Set<String> ignored,
            MatchProgress progress) {
        this.settings = settings;
        this.matching = matching;
        this.idColumn = idColumn;
        this.ignored = ignored;
        this.progress = progress;
        this.table = RecordTable.builder(matching.comparedAttributes());
    }

    /** Reads every file; with several, an id is prefixed by its file's name. */
    IntakeResult read(List<Path> files) {
        for (Path file : files) {
            readFile(file, files.size() > 1 ? source(file) : "");
        }
        return new IntakeResult(table.build(), rejected, List.copyOf(rejectedLines), Map.copyOf(problems));
    }

    /** The source that a file stands for: its name without the extension. */
    static String source(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void readFile(Path path, String source) {
        try (CsvFile file = CsvFile.open(path)) {
            int id = file.column(idColumn);
            Map<String, Integer> positions = new LinkedHashMap<>();
            for (String column : settings.columns().keySet()) {
                if (!ignored.contains(column)) {
                    positions.put(column, file.column(column));
                }
            }
            Set<String> ids = new HashSet<>();
            while (file.hasNext()) {
                CsvLine line = file.next();
                String key = line.wellFormed() ? line.fields().get(id).trim() : "";
                if (key.isEmpty()) {
                    reject(path, line, file.header().size());
                } else if (!ids.add(key)) {
                    throw new MatchingException(
                            path + ":" + line.number() + ": the id \"" + key
                                    + "\" stands in an earlier line too; ids must be distinct, or name another column by --id.");
                } else {
                    add(new RecordId(source, key), line, positions);
                }
            }
            if (ids.isEmpty()) {
                throw new MatchingException(path + ": the file has a header but no usable record.");
            }
        }
    }

    private void reject(Path path, CsvLine line, int expected) {
        rejected++;
        if (rejectedLines.size() < MOST_LINES_NAMED) {
            String reason = line.wellFormed()
                    ? "the id is empty"
                    : "expected " + expected + " fields, but found "
                            + line.fields().size();
            rejectedLines.add(path + ":" + line.number() + ": " + reason);
        }
    }

    private void add(RecordId id, CsvLine line, Map<String, Integer> positions) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        positions.forEach((column, position) -> {
            String field = line.fields().get(position);
            if (!field.isBlank()) {
                values.computeIfAbsent(settings.attributeOf(column), unused -> new ArrayList<>(1))
                        .addAll(cut(column, field));
            }
        });
        StandardRecord standard = matching.standardise(AttributeValues.of(values));
        standard.problems()
                .forEach(problem -> problems.merge(problem.attribute() + " " + problem.reason(), 1L, Long::sum));
        table.add(id, matching.derive(standard.values()));
        read++;
        if (read % PROGRESS_EVERY == 0) {
            progress.advanced("read", read, read);
        }
    }

    private List<String> cut(String column, String field) {
        ColumnSettings columnSettings = settings.columns().get(column);
        if (!columnSettings.separator().isEmpty()) {
            return Arrays.asList(field.split(Pattern.quote(columnSettings.separator())));
        }
        return List.of(columnSettings.format().isEmpty() ? field : isoDate(field, columnSettings.format()));
    }

    /** The date in ISO form; a field that is not in the column's format is left to the standardiser. */
    private String isoDate(String field, String format) {
        try {
            DateTimeFormatter formatter =
                    formats.computeIfAbsent(format, pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
            return LocalDate.parse(field.trim(), formatter).toString();
        } catch (DateTimeException other) {
            return field;
        }
    }

    /**
     * What was read.
     *
     * @param table the records in standard form
     * @param rejected how many lines were left out
     * @param rejectedLines the first of them, as {@code file:line: reason}
     * @param problems how many values were left out, by attribute and reason
     */
    record IntakeResult(RecordTable table, long rejected, List<String> rejectedLines, Map<String, Long> problems) {}
}
