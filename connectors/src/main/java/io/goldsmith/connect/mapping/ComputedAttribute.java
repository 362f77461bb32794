package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.WriteSettings;
import io.goldsmith.matching.record.AttributeValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An expression over the columns of a row; it can be written back if every column that it reads has an expression over the attributes
 * of the stream.
 *
 * @param attribute the attribute's name
 * @param expression over the columns
 * @param writing the expressions over the attributes by column; empty: it is not written back
 */
record ComputedAttribute(String attribute, Expression expression, Map<String, Expression> writing)
        implements AttributeMapping {

    private static final Logger LOG = LoggerFactory.getLogger(ComputedAttribute.class);

    /**
     * The mapping that an expression describes.
     *
     * @throws BrokenExpressionException if an expression is broken
     * @throws IllegalArgumentException if it is to be written back, but not every column of the expression is
     */
    static ComputedAttribute of(String attribute, String expression, Optional<WriteSettings> write) {
        Expression compiled = Expression.of(expression);
        Map<String, Expression> writing = new LinkedHashMap<>();
        write.map(settings -> byColumn(settings, compiled.names()))
                .orElse(Map.of())
                .forEach((column, text) -> writing.put(column, Expression.of(text)));
        return new ComputedAttribute(attribute, compiled, writing);
    }

    /**
     * The written expressions by column.
     *
     * @param columns what the expression reads
     * @throws IllegalArgumentException if these are others than what is written
     */
    static Map<String, String> byColumn(WriteSettings settings, Set<String> columns) {
        String read = columns.stream().sorted().collect(Collectors.joining(", "));
        if (settings.only().isPresent()) {
            if (columns.size() != 1) {
                throw new IllegalArgumentException(
                        "a single expression writes a single column, but the expression reads "
                                + columns.size() + (columns.isEmpty() ? "" : ": " + read)
                                + "; give an expression for each column");
            }
            return Map.of(columns.iterator().next(), settings.only().get());
        }
        if (!settings.byColumn().keySet().equals(columns)) {
            throw new IllegalArgumentException(
                    "every column that the expression reads must be written, and no other: it reads "
                            + (read.isEmpty() ? "none" : read) + ", and written are "
                            + settings.byColumn().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return settings.byColumn();
    }

    @Override
    public List<String> read(Row row) {
        return expression.evaluate("attribute " + attribute, row::texts);
    }

    @Override
    public Set<String> columns() {
        return expression.names();
    }

    @Override
    public Optional<String> obstacle() {
        return writing.isEmpty()
                ? Optional.of("it is computed by an expression without write")
                : writing.keySet().stream()
                        .filter(Columns::isOfElements)
                        .findFirst()
                        .map(column -> "column " + column + " reads the elements of an array, which are not written");
    }

    /** What fails on these values, or would make the row unreadable when it comes back, is not written: better left alone. */
    @Override
    public void write(List<String> values, AttributeValues state, Map<String, String> into) {
        try {
            Map<String, String> texts = new TreeMap<>();
            writing.forEach((column, written) -> texts.put(
                    column,
                    String.join(
                            " ", written.evaluate("attribute " + attribute + " for column " + column, state::all))));
            read(new WrittenRow(texts));
            into.putAll(texts);
        } catch (UnmappableException failure) {
            LOG.warn("attribute {} is not written: {}", attribute, failure.getMessage());
        }
    }

    /** The attribute alone. */
    @Override
    public String toString() {
        return "ComputedAttribute[" + attribute + "]";
    }
}
