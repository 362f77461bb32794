package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML file; its columns are paths inside it: {@code address/city}, {@code @id}, {@code address/@type}, and {@code .} for
 * its own text. Names are without namespace.
 *
 * @param values path to the texts there, trimmed, empty ones left out
 * @param payload the element written anew
 */
record XmlRow(String origin, Map<String, List<String>> values, String payload) implements Row {

    @Override
    public Optional<String> text(String column) {
        return texts(column).stream().findFirst();
    }

    @Override
    public List<String> texts(String column) {
        return values.getOrDefault(column, List.of());
    }

    @Override
    public List<String> columnNames() {
        return List.copyOf(values.keySet());
    }

    /** Where it comes from alone: values are personal data. */
    @Override
    public String toString() {
        return "XmlRow[" + origin + "]";
    }
}
