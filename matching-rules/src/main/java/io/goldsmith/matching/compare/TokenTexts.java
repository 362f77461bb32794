package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;

/**
 * The distinct words of each value of a column: runs of characters that are neither blanks nor ASCII punctuation. A word's number is
 * its rank among all words of the column in {@link String#compareTo} order, so that nothing depends on the numbering of values. Costs four bytes per value
 * and per word of a value, beside the distinct words. Immutable, thread-safe.
 */
final class TokenTexts {

    private static final int MOST_DIGITS = 9;

    private final int[] starts;
    private final int[] tokens;
    private final PackedTexts texts;
    private final int[] numbers;

    private TokenTexts(int[] starts, int[] tokens, PackedTexts texts, int[] numbers) {
        this.starts = starts;
        this.tokens = tokens;
        this.texts = texts;
        this.numbers = numbers;
    }

    /** Cuts the values of a column. */
    static TokenTexts of(Column column) {
        Object2IntOpenHashMap<String> found = new Object2IntOpenHashMap<>();
        int[] starts = new int[column.elementCodes() + 1];
        IntArrayList tokens = new IntArrayList();
        for (int element = 1; element < column.elementCodes(); element++) {
            starts[element] = tokens.size();
            cut(column.text(element), found, tokens);
        }
        starts[column.elementCodes()] = tokens.size();
        String[] words = found.keySet().toArray(new String[0]);
        Arrays.sort(words);
        int[] ranks = new int[words.length];
        int[] numbers = new int[words.length];
        for (int rank = 0; rank < words.length; rank++) {
            ranks[found.getInt(words[rank])] = rank;
            numbers[rank] = leadingNumber(words[rank]);
        }
        return distinct(starts, tokens.elements(), ranks, PackedTexts.of(words.length, rank -> words[rank]), numbers);
    }

    private static void cut(String text, Object2IntOpenHashMap<String> found, IntArrayList tokens) {
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && !parts(text.charAt(to))) {
                to++;
            }
            if (to > from) {
                int next = found.size();
                int known = found.putIfAbsent(text.substring(from, to), next);
                tokens.add(found.size() > next ? next : known);
            }
            from = to + 1;
        }
    }

    private static boolean parts(char c) {
        return c <= ' ' || c < 128 && !Character.isLetterOrDigit(c) || c == '\u00a0';
    }

    private static TokenTexts distinct(int[] starts, int[] tokens, int[] ranks, PackedTexts texts, int[] numbers) {
        int[] kept = new int[starts[starts.length - 1]];
        int end = 0;
        for (int element = 0; element < starts.length - 1; element++) {
            int from = end;
            for (int position = starts[element]; position < starts[element + 1]; position++) {
                kept[end++] = ranks[tokens[position]];
            }
            Arrays.sort(kept, from, end);
            starts[element] = from;
            int last = from;
            for (int position = from; position < end; position++) {
                if (position == from || kept[position] != kept[last - 1]) {
                    kept[last++] = kept[position];
                }
            }
            end = last;
        }
        starts[starts.length - 1] = end;
        return new TokenTexts(starts, Arrays.copyOf(kept, end), texts, numbers);
    }

    private static int leadingNumber(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0 || digits > MOST_DIGITS ? -1 : Integer.parseInt(word.substring(0, digits));
    }

    /** Where the words of a value begin among all {@link #token words}; they rise. */
    int start(int element) {
        return starts[element];
    }

    /** Behind the last word of a value. */
    int end(int element) {
        return starts[element + 1];
    }

    /** How many distinct words a value has. */
    int count(int element) {
        return starts[element + 1] - starts[element];
    }

    /** The word at a position. */
    int token(int position) {
        return tokens[position];
    }

    /** The number that a word begins with, of at most nine digits, leading zeros dropped; -1 if there is none. */
    int number(int token) {
        return numbers[token];
    }

    /** The words' own texts. */
    PackedTexts texts() {
        return texts;
    }
}
