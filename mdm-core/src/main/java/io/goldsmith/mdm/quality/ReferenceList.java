package io.goldsmith.mdm.quality;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.CsvBatch;
import io.goldsmith.matching.record.CsvBatches;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.MdmException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lines of a CSV file of the hub's folder against which values are held, for example towns by postcode. Read once, when the hub is
 * opened; values are compared in standard form, so that the file may write them as it likes. Immutable.
 */
final class ReferenceList {

    /** The most lines of a file: at some 100 bytes each, 100 MB of memory. */
    static final int MOST_LINES = 1_000_000;

    private static final char BETWEEN = '\u001f';

    private final String name;
    private final List<String> attributes;
    private final Set<String> lines;

    private ReferenceList(String name, List<String> attributes, Set<String> lines) {
        this.name = name;
        this.attributes = attributes;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @param columns attribute to column
     * @throws MdmException if it cannot be read, lacks a column or has more than 1,000,000 lines
     */
    static ReferenceList read(Path file, Map<String, String> columns, Matching matching) {
        SortedMap<String, String> sorted = new TreeMap<>(columns);
        Set<String> lines = new HashSet<>();
        try (CsvBatches batches = CsvBatches.open(file)) {
            int[] positions = sorted.values().stream().mapToInt(batches::column).toArray();
            List<String> attributes = List.copyOf(sorted.keySet());
            CsvBatch batch = new CsvBatch();
            long read = 0;
            while (batches.next(batch)) {
                batch.parse();
                read += batch.records();
                if (read > MOST_LINES) {
                    throw new MdmException("The reference list " + file + " has more than " + MOST_LINES
                            + " lines, which are kept in memory; leave out what no rule needs");
                }
                addLines(batch, positions, attributes, matching, lines);
            }
            return new ReferenceList(file.getFileName().toString(), attributes, lines);
        } catch (MatchingException e) {
            throw new MdmException("The reference list of a validation rule cannot be read: " + e.getMessage(), e);
        }
    }

    private static void addLines(
            CsvBatch batch, int[] positions, List<String> attributes, Matching matching, Set<String> lines) {
        for (int line = 0; line < batch.records(); line++) {
            Map<String, List<String>> values = new TreeMap<>();
            for (int i = 0; i < positions.length; i++) {
                String value = positions[i] < batch.fields(line) ? batch.text(line, positions[i]) : "";
                values.put(attributes.get(i), List.of(value.trim()));
            }
            combinations(
                            attributes,
                            matching.standardise(AttributeValues.of(values)).values())
                    .forEach(lines::add);
        }
    }

    /** The file's name. */
    String name() {
        return name;
    }

    /** The attributes that it holds, sorted. */
    List<String> attributes() {
        return attributes;
    }

    /** Whether every value stands in the list together with the others. */
    boolean contains(AttributeValues standard) {
        return lines.containsAll(combinations(attributes, standard));
    }

    private static List<String> combinations(List<String> attributes, AttributeValues standard) {
        List<String> combined = List.of("");
        for (String attribute : attributes) {
            List<String> longer = new ArrayList<>();
            for (String start : combined) {
                for (String value : standard.all(attribute)) {
                    longer.add(start + BETWEEN + value);
                }
            }
            combined = longer;
        }
        return combined;
    }
}
