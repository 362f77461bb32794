package io.goldsmith.matching.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The distinct values of one attribute in a table. A code stands for what a record holds: 0 for nothing, else one value, or for a
 * multi-valued attribute one list of values. The values themselves, the elements, have codes of their own from 1; for a single-valued
 * attribute both codes are the same. Immutable.
 */
public final class Column {

    /** The code of a record that has no value. */
    public static final int MISSING = 0;

    private final AttributeDefinition attribute;
    private final String[] texts;
    private final int[] starts;
    private final int[] elements;

    /**
     * @param texts element code to value, position 0 unused
     * @param starts list code to the first position in {@code elements}, one entry more than there are lists; empty if single-valued
     */
    Column(AttributeDefinition attribute, String[] texts, int[] starts, int[] elements) {
        this.attribute = attribute;
        this.texts = texts;
        this.starts = starts;
        this.elements = elements;
    }

    /** The attribute whose values these are. */
    public AttributeDefinition attribute() {
        return attribute;
    }

    /** One more than the greatest code of a record. */
    public int codes() {
        return starts.length == 0 ? texts.length : starts.length - 1;
    }

    /** One more than the greatest code of an element. */
    public int elementCodes() {
        return texts.length;
    }

    /** How many values the code of a record stands for. */
    public int count(int code) {
        if (starts.length == 0) {
            return code == MISSING ? 0 : 1;
        }
        return starts[code + 1] - starts[code];
    }

    /** The code of one element of the code of a record; positions count from 0. */
    public int element(int code, int position) {
        return starts.length == 0 ? code : elements[starts[code] + position];
    }

    /** The value that an element's code, from 1, stands for. */
    public String text(int element) {
        return texts[element];
    }

    /** Every value that the code of a record stands for. */
    public List<String> values(int code) {
        int count = count(code);
        if (count == 0) {
            return List.of();
        }
        List<String> values = new ArrayList<>(count);
        for (int position = 0; position < count; position++) {
            values.add(texts[element(code, position)]);
        }
        return List.copyOf(values);
    }
}
