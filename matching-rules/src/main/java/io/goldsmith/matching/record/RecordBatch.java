package io.goldsmith.matching.record;

import java.util.Arrays;

/**
 * Consecutive records of one source, encoded column by column, on their way into a {@link TableAssembly}. Filled by one thread.
 */
public final class RecordBatch {

    private final long number;
    private final String source;
    private final RecordKeys keys;
    private final int[][] codes;

    /**
     * An empty batch.
     *
     * @param number its place among the batches of the table: no two share it
     * @param source the source system of its records
     * @param columns how many columns the table has
     * @param capacity how many records it will hold
     */
    public RecordBatch(long number, String source, int columns, int capacity) {
        this.number = number;
        this.source = source;
        this.keys = new RecordKeys(capacity, 12 * capacity);
        this.codes = new int[columns][capacity];
    }

    /** Adds a record by its key, which is UTF-8 text. */
    public void addKey(byte[] bytes, int from, int to) {
        keys.add(bytes, from, to);
    }

    /** The codes of a column by record, to be filled. */
    public int[] codes(int column) {
        return codes[column];
    }

    /** How many records there are. */
    public int size() {
        return keys.size();
    }

    long number() {
        return number;
    }

    String source() {
        return source;
    }

    RecordKeys keys() {
        return keys;
    }

    /** Lets go of the codes of a column that were taken over. */
    void release(int column) {
        codes[column] = new int[0];
    }

    /** Adds a record by its key and the code for each column; a batch that is full grows. */
    void add(String key, int[] row) {
        int size = keys.size();
        keys.add(key);
        for (int column = 0; column < codes.length; column++) {
            if (size == codes[column].length) {
                codes[column] = Arrays.copyOf(codes[column], Math.max(8, 2 * size));
            }
            codes[column][size] = row[column];
        }
    }
}
