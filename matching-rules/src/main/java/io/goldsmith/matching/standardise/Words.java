package io.goldsmith.matching.standardise;

/** The words of a folded text while a standardiser takes them apart. Not thread-safe: it lives for one call. */
final class Words {

    private String[] words;
    private int from;
    private int to;

    private Words(String[] words, int size) {
        this.words = words;
        this.to = size;
    }

    /** The words of a text that single spaces part. */
    static Words of(String folded) {
        String[] words = new String[8];
        int size = 0;
        int start = 0;
        while (start < folded.length()) {
            int space = folded.indexOf(' ', start);
            int end = space < 0 ? folded.length() : space;
            if (size == words.length) {
                words = java.util.Arrays.copyOf(words, size * 2);
            }
            words[size++] = folded.substring(start, end);
            start = end + 1;
        }
        return new Words(words, size);
    }

    int size() {
        return to - from;
    }

    boolean isEmpty() {
        return to == from;
    }

    String get(int position) {
        return words[from + position];
    }

    /** The word at a position, or nothing if there is none. */
    String at(int position) {
        return position < 0 || position >= size() ? "" : words[from + position];
    }

    String last() {
        return words[to - 1];
    }

    void set(int position, String word) {
        words[from + position] = word;
    }

    /** Removes words from a position (included) to another (excluded). */
    void remove(int first, int end) {
        if (first == 0) {
            from += end;
        } else {
            System.arraycopy(words, from + end, words, from + first, size() - end);
            to -= end - first;
        }
    }

    /** Makes one word of a position and the next. */
    void joinWithNext(int position) {
        set(position, get(position) + get(position + 1));
        remove(position + 1, position + 2);
    }

    /** Puts a word in before a position. */
    void insert(int position, String word) {
        if (to == words.length) {
            words = java.util.Arrays.copyOf(words, to * 2);
        }
        System.arraycopy(words, from + position, words, from + position + 1, size() - position);
        words[from + position] = word;
        to++;
    }

    /** Moves the words before a position behind the others. */
    void rotate(int position) {
        String[] rotated = new String[words.length];
        System.arraycopy(words, from + position, rotated, 0, size() - position);
        System.arraycopy(words, from, rotated, size() - position, position);
        to = size();
        from = 0;
        words = rotated;
    }

    /** The words with single spaces between them. */
    String joined() {
        return joined(0, size());
    }

    /** The words from a position (included) to another (excluded). */
    String joined(int first, int end) {
        if (end - first == 1) {
            return get(first);
        }
        int length = 0;
        for (int position = first; position < end; position++) {
            length += get(position).length() + 1;
        }
        StringBuilder joined = new StringBuilder(length);
        for (int position = first; position < end; position++) {
            if (position > first) {
                joined.append(' ');
            }
            joined.append(get(position));
        }
        return joined.toString();
    }
}
