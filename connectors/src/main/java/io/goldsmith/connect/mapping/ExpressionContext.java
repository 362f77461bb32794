package io.goldsmith.connect.mapping;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.jexl3.JexlContext;

/** The names that one evaluation sees: the texts of a row, empty where it has none, and the row itself, for names that are no words. */
final class ExpressionContext implements JexlContext {

    /** The name of the row: {@code row['/address/zip']}. */
    static final String ROW = "row";

    private final Set<String> names;
    private final Function<String, List<String>> texts;

    /**
     * @param names what the expression reads; the engine asks for the names of functions too
     * @param texts a name's texts, none if it has none
     */
    ExpressionContext(Set<String> names, Function<String, List<String>> texts) {
        this.names = names;
        this.texts = texts;
    }

    @Override
    public Object get(String name) {
        if (name.equals(ROW)) {
            return this;
        }
        return names.contains(name) ? value(name) : null;
    }

    /** A text, a list if there are several, empty text if there is none. */
    Object value(String name) {
        List<String> values = texts.apply(name);
        for (String value : values) {
            if (value.length() > ExpressionFunction.LONGEST_TEXT) {
                throw new ExpressionFailure(
                        name + " holds more than " + ExpressionFunction.LONGEST_TEXT + " characters");
            }
        }
        return values.size() == 1 ? values.get(0) : values.isEmpty() ? "" : values;
    }

    /** A name that the row lacks is empty, not unknown. */
    @Override
    public boolean has(String name) {
        return names.contains(name) || name.equals(ROW);
    }

    @Override
    public void set(String name, Object value) {
        throw new UnsupportedOperationException("An expression assigns nothing");
    }
}
