package io.goldsmith.connect.mapping;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** One row of an outside system, whatever it was read from. */
public interface Row {

    /** Where it comes from: {@code file:line}, or the place of an item in a page. */
    String origin();

    /** The text in a column, trimmed; empty if the row has none there, or only white space. */
    Optional<String> text(String column);

    /**
     * The texts in a column, trimmed, empty ones left out: several only where the row has a list there.
     *
     * @param column the column; of JSON a pointer, where a step {@code *} stands for every element of an array
     */
    default List<String> texts(String column) {
        return text(column).map(List::of).orElse(List.of());
    }

    /** The local time in a column that the source itself has as one; empty otherwise: then its text is what there is. */
    default Optional<LocalDateTime> time(String column) {
        return Optional.empty();
    }

    /** The columns that the row itself names, in its order; none if only its source knows them. */
    default List<String> columnNames() {
        return List.of();
    }

    /** The row as delivered, for quarantine. */
    String payload();
}
