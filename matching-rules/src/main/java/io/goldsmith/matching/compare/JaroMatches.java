package io.goldsmith.matching.compare;

import it.unimi.dsi.fastutil.chars.Char2IntOpenHashMap;
import java.util.Arrays;

/**
 * The matching characters of Jaro's similarity (M. A. Jaro, 1989): each character of the shorter text takes the first free equal one of
 * the longer text within half its length. Answers hold the matches in the upper 32 bits, and in the lower 32 how many of them stand in
 * another order.
 */
final class JaroMatches {

    private JaroMatches() {}

    /**
     * For Latin-1 texts of at most 16 characters, which are looked for in two longs instead of a table. The first text is not longer than
     * the second, which has 16 readable bytes.
     */
    static long sixteen(byte[] shorts, int shortStart, int shortLength, byte[] longs, int longStart, int longLength) {
        long low = EightBytes.at(longs, longStart);
        long high = EightBytes.at(longs, longStart + EightBytes.LENGTH);
        int range = Math.max(longLength / 2 - 1, 0);
        int open = (1 << longLength) - 1;
        int window = (2 << range) - 1;
        int taken = 0;
        int matched = 0;
        for (int position = 0; position < shortLength; position++) {
            int character = shorts[shortStart + position] & 0xFF;
            int free = EightBytes.maskOf(low, high, character) & window & (open ^ taken);
            int first = free & -free;
            taken |= first;
            matched |= ((first | -first) >>> 31) << position;
            window = window << 1 | (position < range ? 1 : 0);
        }
        return answer(shorts, shortStart, matched, longs, longStart, taken);
    }

    /** Pairs the taken characters with the matched ones in order, and counts those that differ. */
    private static long answer(byte[] shorts, int shortStart, long matched, byte[] longs, int longStart, long taken) {
        long matches = Long.bitCount(matched);
        int displaced = 0;
        while (matched != 0) {
            byte here = shorts[shortStart + Long.numberOfTrailingZeros(matched)];
            byte there = longs[longStart + Long.numberOfTrailingZeros(taken)];
            displaced += here == there ? 0 : 1;
            matched &= matched - 1;
            taken &= taken - 1;
        }
        return matches << 32 | displaced;
    }

    /** For Latin-1 texts of at most 64 characters, a bit per character. The first text is not longer than the second. */
    static long packed(byte[] shorts, int shortStart, int shortLength, byte[] longs, int longStart, int longLength) {
        long[] masks = CharacterMasks.fill(longs, longStart, longLength);
        int range = Math.max(longLength / 2 - 1, 0);
        long window = (2L << range) - 1;
        long taken = 0;
        long matched = 0;
        for (int position = 0; position < shortLength; position++) {
            long free = masks[shorts[shortStart + position] & 0xFF] & window & ~taken;
            long first = free & -free;
            taken |= first;
            matched |= ((first | -first) >>> 63) << position;
            window = window << 1 | (position < range ? 1 : 0);
        }
        CharacterMasks.clear(masks, longs, longStart, longLength);
        return answer(shorts, shortStart, matched, longs, longStart, taken);
    }

    /**
     * For texts of any length and alphabet, in linear time: the window only moves forward, so an equal character that it has left
     * behind is never looked at again. The first text is not longer than the second.
     */
    static long any(String shorter, String longer) {
        int range = Math.max(longer.length() / 2 - 1, 0);
        int[] nextEqual = new int[longer.length()];
        Char2IntOpenHashMap first = firstPositions(longer, nextEqual);
        boolean[] taken = new boolean[longer.length()];
        char[] matched = new char[shorter.length()];
        int matches = 0;
        for (int position = 0; position < shorter.length(); position++) {
            char c = shorter.charAt(position);
            int candidate = first.get(c);
            while (candidate >= 0 && candidate < position - range) {
                candidate = nextEqual[candidate];
            }
            if (candidate >= 0 && candidate <= position + range) {
                taken[candidate] = true;
                matched[matches++] = c;
                candidate = nextEqual[candidate];
            }
            first.put(c, candidate);
        }
        return (long) matches << 32 | displaced(matched, longer, taken);
    }

    /** The first position of each character, and in {@code nextEqual} the next one of the same character; -1 for none. */
    private static Char2IntOpenHashMap firstPositions(String text, int[] nextEqual) {
        Char2IntOpenHashMap first = new Char2IntOpenHashMap();
        first.defaultReturnValue(-1);
        Arrays.fill(nextEqual, -1);
        for (int position = text.length() - 1; position >= 0; position--) {
            nextEqual[position] = first.put(text.charAt(position), position);
        }
        return first;
    }

    private static int displaced(char[] matched, String longer, boolean[] taken) {
        int displaced = 0;
        int match = 0;
        for (int position = 0; position < taken.length; position++) {
            if (taken[position]) {
                displaced += matched[match++] == longer.charAt(position) ? 0 : 1;
            }
        }
        return displaced;
    }
}
