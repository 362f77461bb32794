package io.goldsmith.connect.preview;

import java.util.List;

/**
 * How an attribute is mapped.
 *
 * @param attribute its name
 * @param columns the columns that it is read from, sorted; none of a constant
 * @param reversible whether its values can be written back
 * @param obstacle why they cannot; empty if they can
 */
public record PreviewedAttribute(String attribute, List<String> columns, boolean reversible, String obstacle) {

    public PreviewedAttribute {
        columns = List.copyOf(columns);
    }
}
