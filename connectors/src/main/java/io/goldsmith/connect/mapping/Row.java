package io.goldsmith.connect.mapping;

import java.util.Optional;

/** One row of an outside system, whatever it was read from. */
public interface Row {

    /** Where it comes from: {@code file:line}, or the place of an item in a page. */
    String origin();

    /** The text in a column, trimmed; empty if the row has none there, or only white space. */
    Optional<String> text(String column);

    /** The row as delivered, for quarantine. */
    String payload();
}
