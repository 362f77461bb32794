package io.goldsmith.matching.record;

import java.util.Arrays;

/**
 * Keys of records by position, as bytes one behind the other: a quarter of what strings take. Compared byte by byte, which is by code
 * point. Grows while it is filled; not thread-safe until then.
 */
final class RecordKeys {

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes;
    private int[] ends;
    private int size;

    RecordKeys(int expectedSize, int expectedBytes) {
        ends = new int[Math.max(16, expectedSize)];
        bytes = new byte[Math.max(256, expectedBytes)];
    }

    int size() {
        return size;
    }

    int start(int position) {
        return position == 0 ? 0 : ends[position - 1];
    }

    int end(int position) {
        return ends[position];
    }

    /** How many bytes all keys take. */
    int length() {
        return size == 0 ? 0 : ends[size - 1];
    }

    byte[] bytes() {
        return bytes;
    }

    void add(String key) {
        byte[] encoded = KeyText.encode(key);
        add(encoded, 0, encoded.length);
    }

    void add(byte[] source, int from, int to) {
        int start = length();
        long end = (long) start + to - from;
        if (end > LARGEST) {
            throw new IllegalStateException(
                    "The keys of a table may take at most " + LARGEST + " bytes together; split the input.");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(end, 2L * bytes.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, (int) Math.min(LARGEST, 2L * size));
        }
        System.arraycopy(source, from, bytes, start, to - from);
        ends[size++] = (int) end;
    }

    void addAll(RecordKeys others) {
        for (int position = 0; position < others.size; position++) {
            add(others.bytes, others.start(position), others.end(position));
        }
    }

    String text(int position) {
        return KeyText.decode(bytes, start(position), end(position));
    }

    int compare(int left, int right) {
        return Arrays.compareUnsigned(bytes, start(left), end(left), bytes, start(right), end(right));
    }

    /** The same keys in another order. */
    RecordKeys inOrder(int[] order) {
        RecordKeys sorted = new RecordKeys(size, length());
        for (int position : order) {
            sorted.add(bytes, start(position), end(position));
        }
        return sorted;
    }
}
