package io.goldsmith.matching.record;

import java.util.List;

/**
 * What one record holds of an attribute, and its code once a {@link ColumnDictionary} gave one: to be kept for records that hold the
 * same, so that they need not be looked up. For one attribute of one table, and for one thread.
 */
public final class CodedValues {

    /** No value at all. */
    public static final CodedValues MISSING = new CodedValues(List.of(), Column.MISSING);

    private static final int UNKNOWN = -1;

    private final List<String> values;
    private int code;

    private CodedValues(List<String> values, int code) {
        this.values = values;
        this.code = code;
    }

    /** Standard values: never empty strings; the first counts if the attribute is not multi-valued. The list is not copied. */
    public static CodedValues of(List<String> values) {
        return values.isEmpty() ? MISSING : new CodedValues(values, UNKNOWN);
    }

    /** The values. */
    public List<String> values() {
        return values;
    }

    int codeIn(ColumnDictionary dictionary) {
        if (code == UNKNOWN) {
            code = dictionary.code(values);
        }
        return code;
    }
}
