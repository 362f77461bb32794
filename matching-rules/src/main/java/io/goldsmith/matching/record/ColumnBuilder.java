package io.goldsmith.matching.record;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Gives codes to the values of one attribute as they come in. */
final class ColumnBuilder {

    private final AttributeDefinition attribute;
    private final Object2IntOpenHashMap<String> elementCodes = new Object2IntOpenHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Object2IntOpenHashMap<IntArrayList> listCodes = new Object2IntOpenHashMap<>();
    private final IntArrayList starts = new IntArrayList();
    private final IntArrayList elements = new IntArrayList();

    ColumnBuilder(AttributeDefinition attribute) {
        this.attribute = attribute;
        texts.add("");
        starts.add(0);
        starts.add(0);
    }

    /** The code for the values; the order and the repetition of a multi-valued attribute's values mean nothing. */
    int code(List<String> values) {
        if (values.isEmpty()) {
            return Column.MISSING;
        }
        if (!attribute.multiValued()) {
            return elementCode(values.get(0));
        }
        IntArrayList list = new IntArrayList(values.size());
        if (values.size() == 1) {
            list.add(elementCode(values.get(0)));
        } else {
            new TreeSet<>(values).forEach(value -> list.add(elementCode(value)));
        }
        int known = listCodes.getInt(list);
        if (known != 0) {
            return known;
        }
        int code = starts.size() - 1;
        listCodes.put(list, code);
        elements.addAll(list);
        starts.add(elements.size());
        return code;
    }

    private int elementCode(String value) {
        int known = elementCodes.getInt(value);
        if (known != 0) {
            return known;
        }
        int code = texts.size();
        elementCodes.put(value, code);
        texts.add(value);
        return code;
    }

    Column build() {
        int[] listStarts = attribute.multiValued() ? starts.toIntArray() : new int[0];
        return new Column(attribute, texts.toArray(new String[0]), listStarts, elements.toIntArray());
    }
}
