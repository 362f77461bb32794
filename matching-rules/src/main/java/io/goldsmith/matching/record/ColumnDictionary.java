package io.goldsmith.matching.record;

import java.util.List;
import java.util.TreeSet;

/** Gives codes to the values of one attribute as they come in, from many threads. */
public final class ColumnDictionary {

    private final AttributeDefinition attribute;
    private final TextCodes texts = new TextCodes();
    private final IntLists lists = new IntLists();
    private int[] list = new int[4];

    ColumnDictionary(AttributeDefinition attribute) {
        this.attribute = attribute;
    }

    /** The codes of the first {@code count} rows, into as many entries. One call takes the lock once. */
    public synchronized void encode(CodedValues[] rows, int count, int[] codes) {
        for (int row = 0; row < count; row++) {
            codes[row] = rows[row].codeIn(this);
        }
    }

    /** The code for the values; the order and the repetition of a multi-valued attribute's values mean nothing. */
    synchronized int code(List<String> values) {
        if (values.isEmpty()) {
            return Column.MISSING;
        }
        if (!attribute.multiValued()) {
            return texts.code(values.get(0));
        }
        if (list.length < values.size()) {
            list = new int[2 * values.size()];
        }
        int count = 0;
        for (String value : values.size() == 1 ? values : new TreeSet<>(values)) {
            list[count++] = texts.code(value);
        }
        return lists.code(list, count);
    }

    /** One more than the greatest code given so far. */
    synchronized int codes() {
        return attribute.multiValued() ? lists.codes() : texts.codes();
    }

    /** The column of the codes that were renumbered. */
    synchronized Column build(Renumbering codes) {
        if (!attribute.multiValued()) {
            return new Column(attribute, texts(codes), new int[0], new int[0]);
        }
        Renumbering elements = new Renumbering(texts.codes());
        IntLists renumbered = new IntLists();
        for (int code = 1; code < codes.codes(); code++) {
            int old = codes.oldCode(code);
            int count = 0;
            for (int position = lists.start(old); position < lists.end(old); position++) {
                list[count++] = elements.of(lists.element(position));
            }
            renumbered.code(list, count);
        }
        return new Column(attribute, texts(elements), renumbered.starts(), renumbered.elements());
    }

    private String[] texts(Renumbering codes) {
        String[] kept = new String[codes.codes()];
        for (int code = 0; code < kept.length; code++) {
            kept[code] = texts.text(codes.oldCode(code));
        }
        return kept;
    }
}
