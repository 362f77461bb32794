package io.goldsmith.connect.suggest;

import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.matching.suggest.ColumnRole;
import io.goldsmith.matching.suggest.ColumnWords;
import io.goldsmith.matching.suggest.ProposedColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a source with what was found in it.
 *
 * @param position its position in the sample, from 0
 * @param column what the source says of it
 * @param proposed what its values look like and hold
 * @param values its values that are not empty
 */
record SurveyedColumn(int position, SampledColumn column, ProposedColumn proposed, List<String> values) {

    private static final int LONGEST_SHAPE = 24;

    String name() {
        return column.name();
    }

    ColumnRole role() {
        return proposed.role();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    double filled() {
        return proposed.profile().completeness();
    }

    /** How many different values it has. */
    int distinct() {
        return proposed.profile().distinct();
    }

    /** What several values in one cell have between them, empty if a cell is one value. */
    String separator() {
        return isOfElements() ? "" : proposed.profile().separator();
    }

    boolean isOfElements() {
        return io.goldsmith.connect.mapping.Columns.isOfElements(name());
    }

    /** Its distinct values, at most so many; none if there are more. */
    List<String> codes(int most) {
        List<String> distinct = values.stream().distinct().sorted().toList();
        return distinct.size() <= most ? distinct : List.of();
    }

    /** How alike its name and another are, from 0 to 1; of a JSON pointer its last step counts, or the last two. */
    double similarity(String other) {
        String[] steps = name().split("/");
        String last = last(steps, 1);
        return Math.max(ColumnWords.similarity(last, other), ColumnWords.similarity(last(steps, 2), other));
    }

    /** Whether its name has one of these words. */
    boolean isNamed(Set<String> words) {
        return ColumnWords.of(last(name().split("/"), 1)).stream().anyMatch(words::contains);
    }

    private static String last(String[] steps, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = Math.max(0, steps.length - count); i < steps.length; i++) {
            if (!steps[i].equals("*")) {
                words.append(words.isEmpty() ? "" : " ").append(steps[i]);
            }
        }
        return words.toString();
    }

    /** How much of it is filled and what its values look like: {@code 97.5 % filled, like Aa-Aa}. Holds no value. */
    String facts() {
        String filled = String.format(Locale.ROOT, "%.0f %% filled", 100 * filled());
        return isEmpty() ? filled : filled + ", like " + shape();
    }

    /** The most frequent shape: A and a for letters, runs of them cut to two, 9 for each digit. */
    private String shape() {
        String shape = values.stream()
                .map(SurveyedColumn::shape)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        return shape.length() > LONGEST_SHAPE ? shape.substring(0, LONGEST_SHAPE) + "…" : shape;
    }

    private static String shape(String value) {
        String letters = value.replaceAll("\\p{Lu}", "A").replaceAll("[\\p{L}&&[^A]]", "a");
        String digits = letters.replaceAll("\\p{Nd}", "9");
        return digits.replaceAll("[^\\p{L}9 '.,:;/@+|()_-]", "?")
                .replaceAll("A{2,}", "AA")
                .replaceAll("a{2,}", "aa")
                .replaceAll("9{15,}", "99…");
    }

    /** Its name alone: values are personal data. */
    @Override
    public String toString() {
        return "SurveyedColumn[" + name() + "]";
    }
}
