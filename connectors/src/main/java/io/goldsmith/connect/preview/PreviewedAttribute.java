package io.goldsmith.connect.preview;

import java.util.List;

/**
 * How an attribute is mapped.
 *
 * @param attribute its name
 * @param columns the columns that its values come from; none of a constant
 * @param when what a row must have to have it, as {@code TYPE is P}; empty if nothing
 * @param reversible whether its values can be written back
 * @param obstacle why they cannot; empty if they can
 */
public record PreviewedAttribute(
        String attribute, List<String> columns, String when, boolean reversible, String obstacle) {

    public PreviewedAttribute {
        columns = List.copyOf(columns);
    }
}
