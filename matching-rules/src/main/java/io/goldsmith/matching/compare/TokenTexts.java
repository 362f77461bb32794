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

    private static final int MOST_DIGITS = 18;

    private final int[] starts;
    private final int[] tokens;
    private final PackedTexts texts;
    private final int firstNumber;
    private final long[] numbers;

    private TokenTexts(int[] starts, int[] tokens, PackedTexts texts, int firstNumber, long[] numbers) {
        this.starts = starts;
        this.tokens = tokens;
        this.texts = texts;
        this.firstNumber = firstNumber;
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
        for (int rank = 0; rank < words.length; rank++) {
            ranks[found.getInt(words[rank])] = rank;
        }
        int end = keepDistinct(starts, tokens.elements(), ranks);
        int firstNumber = firstFrom(words, "0");
        long[] numbers = new long[firstFrom(words, ":") - firstNumber];
        for (int number = 0; number < numbers.length; number++) {
            numbers[number] = leadingNumber(words[firstNumber + number]);
        }
        return new TokenTexts(
                starts,
                Arrays.copyOf(tokens.elements(), end),
                PackedTexts.of(words.length, rank -> words[rank]),
                firstNumber,
                numbers);
    }

    /** The first word that does not sort before a text; the colon is what follows the digits. */
    private static int firstFrom(String[] words, String text) {
        int found = Arrays.binarySearch(words, text);
        return found < 0 ? -found - 1 : found;
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

    /** Turns the words of each value into sorted distinct ranks, in place; answers where they end. */
    private static int keepDistinct(int[] starts, int[] tokens, int[] ranks) {
        int end = 0;
        for (int element = 0; element < starts.length - 1; element++) {
            int from = starts[element];
            int to = starts[element + 1];
            for (int position = from; position < to; position++) {
                tokens[position] = ranks[tokens[position]];
            }
            Arrays.sort(tokens, from, to);
            starts[element] = end;
            for (int position = from; position < to; position++) {
                if (position == from || tokens[position] != tokens[end - 1]) {
                    tokens[end++] = tokens[position];
                }
            }
        }
        starts[starts.length - 1] = end;
        return end;
    }

    private static long leadingNumber(String word) {
        long number = 0;
        for (int digits = 0; digits < Math.min(word.length(), MOST_DIGITS); digits++) {
            char c = word.charAt(digits);
            if (c < '0' || c > '9') {
                break;
            }
            number = number * 10 + c - '0';
        }
        return number;
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

    /** Whether a value has a word. */
    boolean has(int element, int token) {
        return Arrays.binarySearch(tokens, starts[element], starts[element + 1], token) >= 0;
    }

    /** Whether a word begins with a digit. */
    boolean isNumber(int token) {
        return token >= firstNumber && token < firstNumber + numbers.length;
    }

    /** The number that a word begins with, its first eighteen digits at most, leading zeros dropped. */
    long number(int token) {
        return numbers[token - firstNumber];
    }

    /** The words' own texts. */
    PackedTexts texts() {
        return texts;
    }
}
