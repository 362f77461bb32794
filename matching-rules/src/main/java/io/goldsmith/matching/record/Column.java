package io.goldsmith.matching.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /**
     * A column in which some values are missing, and the new code for each of this one's codes.
     *
     * @param column the column, its codes in the same order as here
     * @param newCodes old code to new code
     */
    record Thinned(Column column, int[] newCodes) {}

    /** The column without these elements; a list that held one keeps the others. */
    Thinned without(Set<String> values) {
        Renumbering kept = new Renumbering(texts.length);
        IntLists lists = new IntLists();
        int[] newCodes = new int[codes()];
        int[] list = new int[4];
        for (int code = 1; code < newCodes.length; code++) {
            list = list.length < count(code) ? new int[2 * count(code)] : list;
            int count = 0;
            for (int position = 0; position < count(code); position++) {
                int element = element(code, position);
                if (!values.contains(texts[element])) {
                    list[count++] = kept.of(element);
                }
            }
            newCodes[code] = starts.length > 0 ? lists.code(list, count) : count == 0 ? MISSING : list[0];
        }
        String[] keptTexts = new String[kept.codes()];
        for (int element = 0; element < keptTexts.length; element++) {
            keptTexts[element] = texts[kept.oldCode(element)];
        }
        Column column = starts.length == 0
                ? new Column(attribute, keptTexts, starts, elements)
                : new Column(attribute, keptTexts, lists.starts(), lists.elements());
        return new Thinned(column, newCodes);
    }

    /** Whether an element is among these values. */
    boolean hasAny(Set<String> values) {
        for (int element = 1; element < texts.length; element++) {
            if (values.contains(texts[element])) {
                return true;
            }
        }
        return false;
    }
}
