package io.goldsmith.matching.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a column looks like.
 *
 * @param name its name
 * @param rows how many records were looked at
 * @param filled how many of them hold something
 * @param distinct how many different cells there are
 * @param mostFrequent how many records hold the most frequent cell
 * @param separator what parts several values within one cell; empty if a cell is one value
 * @param pieces the first values in the order of the draw, lists taken apart; at most {@link #MOST_PIECES}
 */
public record ColumnProfile(
        String name, int rows, int filled, int distinct, int mostFrequent, String separator, List<String> pieces) {

    /** Values beyond some thousands change no share by a percent. */
    static final int MOST_PIECES = 4_000;

    private static final List<String> SEPARATORS = List.of("|", ";");
    /** A bar parts hardly anything but values; a semicolon may stand in a sentence. */
    private static final double[] FEWEST_LISTS = {0.0005, 0.02};

    /** Surveys one column of a sample. */
    static ColumnProfile of(SampledRecords records, int column) {
        Map<String, Integer> counts = new HashMap<>();
        int filled = 0;
        int[] lists = new int[SEPARATORS.size()];
        for (SampledRecords.Row row : records.rows()) {
            String cell = row.cells()[column];
            if (!cell.isEmpty()) {
                filled++;
                counts.merge(cell, 1, Integer::sum);
                for (int separator = 0; separator < lists.length; separator++) {
                    lists[separator] += isList(cell, SEPARATORS.get(separator)) ? 1 : 0;
                }
            }
        }
        String separator = "";
        for (int known = 0; known < lists.length && separator.isEmpty(); known++) {
            separator = lists[known] > 0 && lists[known] >= FEWEST_LISTS[known] * filled ? SEPARATORS.get(known) : "";
        }
        return new ColumnProfile(
                records.columns().get(column),
                records.rows().size(),
                filled,
                counts.size(),
                counts.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                separator,
                pieces(records, column, separator));
    }

    /** Two values or more, none of them a sentence. */
    private static boolean isList(String cell, String separator) {
        int at = cell.indexOf(separator);
        return at > 0 && at < cell.length() - 1 && cell.charAt(at - 1) != ' ';
    }

    private static List<String> pieces(SampledRecords records, int column, String separator) {
        List<String> pieces = new ArrayList<>();
        for (SampledRecords.Row row : records.rows()) {
            String cell = row.cells()[column];
            if (pieces.size() >= MOST_PIECES) {
                break;
            }
            if (!cell.isEmpty()) {
                for (String piece : separator.isEmpty() ? new String[] {cell} : cell.split(Pattern.quote(separator))) {
                    if (!piece.isBlank()) {
                        pieces.add(piece.trim());
                    }
                }
            }
        }
        return List.copyOf(pieces);
    }

    /** The share of the records that hold something, from 0 to 1. */
    public double completeness() {
        return rows == 0 ? 0 : filled / (double) rows;
    }

    /** Different cells per filled one, from 0 to 1. */
    double variety() {
        return filled == 0 ? 0 : distinct / (double) filled;
    }

    /** The share of the values that pass a test, from 0 to 1. */
    public double share(Predicate<String> test) {
        return pieces.isEmpty() ? 0 : pieces.stream().filter(test).count() / (double) pieces.size();
    }

    /** The mean number of words of a value. */
    public double meanWords() {
        return pieces.stream()
                .mapToInt(piece -> FoldedText.words(piece).size())
                .average()
                .orElse(0);
    }
}
